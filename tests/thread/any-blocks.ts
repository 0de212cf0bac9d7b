/**
Blocks of any shape, a few deep: for properties that must hold of every body.
*/
import fc from 'fast-check';
import type {Block, Inline} from '../../source/thread/body.ts';

export const anyBlocks = fc.letrec<{block: Block; blocks: readonly Block[]; inline: Inline}>(tie => {
	const phrase = fc.constantFrom(
		'',
		'a',
		'some words of text',
		'道具を乾かす',
		'x'.repeat(60),
		'a\tb',
		'👩‍👧 :seedling:',
		'e\u0301',
	);
	const children = fc.array(tie('inline'), {maxLength: 3});
	const style = fc.constantFrom('strong' as const, 'emphasis' as const, 'strike' as const, 'spoiler' as const);
	return {
		inline: fc.oneof(
			{depthSize: 'small', withCrossShrink: true},
			phrase.map(words => ({type: 'text' as const, text: words})),
			phrase.map(words => ({type: 'code' as const, text: words})),
			fc.constant<Inline>({type: 'break'}),
			phrase.map(alt => ({type: 'image' as const, alt, url: null})),
			phrase.map(name => ({type: 'mention' as const, name})),
			fc.record({type: style, children}),
			fc.record({type: fc.constant('link' as const), url: fc.webUrl(), children}),
		),
		block: fc.oneof(
			{depthSize: 'small', withCrossShrink: true},
			fc.record({type: fc.constant('paragraph' as const), children}),
			phrase.map(code => ({type: 'code' as const, language: null, text: `${code}\n  ${code}`})),
			fc.constant<Block>({type: 'rule'}),
			fc.record({
				type: fc.constant('list' as const),
				ordered: fc.boolean(),
				start: fc.integer({min: 0, max: 12_000}),
				items: fc.array(tie('blocks'), {maxLength: 3}),
			}),
			fc.record({type: fc.constant('quote' as const), source: fc.constant(null), children: tie('blocks')}),
			fc.record({
				type: fc.constant('table' as const),
				head: fc.array(children, {maxLength: 4}),
				rows: fc.array(fc.array(children, {maxLength: 4}), {maxLength: 3}),
			}),
			fc.record({type: fc.constant('details' as const), summary: phrase, children: tie('blocks')}),
			fc.record({
				type: fc.constant('preview' as const),
				title: phrase,
				url: fc.option(fc.webUrl()),
				children: tie('blocks'),
			}),
			fc.record({
				type: fc.constant('poll' as const),
				title: fc.option(phrase),
				options: fc.array(fc.record({text: phrase, votes: fc.option(fc.nat(99))}), {maxLength: 3}),
				voters: fc.option(fc.nat(99)),
			}),
			fc.record({type: fc.constant('signature' as const), children: tie('blocks')}),
		),
		blocks: fc.array(tie('block'), {maxLength: 3}),
	};
}).blocks;
