import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Condition, parseQuery} from '../../source/search/query.ts';
import {anyText, searched, shown} from './small-dump.ts';

/** A condition in short: `!author~word` where `~` is the mode. */
function short(condition: Condition): string {
	const not = condition.negated ? '!' : '';
	switch (condition.type) {
		case 'word':
			return `${not}${condition.field ?? ''} ${condition.mode} ${condition.word.cased ?? condition.word.folded}`.trim();
		case 'phrase': {
			const words = condition.words.map(word => word.cased ?? word.folded).join(' ');
			return `${not}${condition.field ?? ''} "${words}${condition.open ? '…' : ''}"`.trim();
		}
		case 'signs':
			return `${not}${condition.field ?? ''} signs ${condition.signs}`.trim();
		case 'likes':
			return `${not}likes ${condition.compare} ${condition.value}`;
		case 'has':
			return `${not}has ${condition.what}`;
		case 'is':
			return `${not}is ${condition.state}`;
	}
}

function parsed(query: string): readonly string[] {
	const {clauses, error} = parseQuery(query);
	expect(error).toBeNull();
	return clauses.map(clause => clause.map(short).join(' | '));
}

describe('words and operators', () => {
	test.each([
		['', []],
		['   ', []],
		['seed', ['near seed']],
		['seed  winter', ['near seed', 'near winter']],
		["'seed", ['exact seed']],
		['^seed', ['starts seed']],
		['seed$', ['ends seed']],
		['^seed$', ['whole seed']],
		['!seed', ['! exact seed']],
		['!^seed', ['! starts seed']],
		["!'seed", ['! exact seed']],
		['!seed$', ['! ends seed']],
		['"paper bags"', ['"paper bags"']],
		['"paper ba', ['"paper ba…"']],
		['"paper"', ['whole paper']],
		['"pap', ['starts pap']],
		['!"paper bags"', ['"paper bags"'].map(words => `! ${words}`)],
		["'well-known", ['"well known…"']],
		['well-known', ['near well', 'near known']],
		["don't", ["near don't"]],
		['C++', ['near C']],
		['->', ['signs ->']],
		['日本語', ['"日本 本語…"']],
		['日', ['near 日']],
	])('%j', (query, expected) => {
		expect(parsed(query)).toEqual(expected);
	});
});

describe('case counts once a word has a capital, accents never', () => {
	test.each([
		['Seed seed', ['near Seed', 'near seed']],
		['Été', ['near Ete']],
		['été', ['near ete']],
		['STRASSE Straße', ['near STRASSE', 'near Strasse']],
	])('%j', (query, expected) => {
		expect(parsed(query)).toEqual(expected);
	});
});

describe('alternatives bind before spaces, as in fzf', () => {
	test.each([
		['a | b c', ['near a | near b', 'near c']],
		['c a | b', ['near c', 'near a | near b']],
		['a | b | c', ['near a | near b | near c']],
		['a | !b', ['near a | ! exact b']],
		['a | has:link', ['near a | has link']],
		['| a', ['near a']],
		['a |', ['near a']],
		['a | | b', ['near a | near b']],
		['a|b', ['near a', 'near b']],
	])('%j', (query, expected) => {
		expect(parsed(query)).toEqual(expected);
	});
});

describe('scopes and filters', () => {
	test.each([
		['author:ada', ['author near ada']],
		['Author:ada', ['author near ada']],
		['@ada', ['author near ada']],
		['!@ada', ['!author exact ada']],
		['author:!ada', ['!author exact ada']],
		['author:^ada$', ['author whole ada']],
		['author:"Ada L"', ['author "Ada L"']],
		['author:"ada l', ['author "ada l…"']],
		['quote:seed text:bag', ['quote near seed', 'text near bag']],
		['likes:5', ['likes = 5']],
		[
			'likes:>5 likes:>=5 likes:<5 likes:<=5 likes:=5',
			['likes > 5', 'likes >= 5', 'likes < 5', 'likes <= 5', 'likes = 5'],
		],
		['!likes:>5', ['!likes > 5']],
		['likes:>-2', ['likes > -2']],
		['has:link has:image has:quote has:code', ['has link', 'has image', 'has quote', 'has code']],
		['!has:LINK', ['!has link']],
		['is:unread is:marked', ['is unread', 'is marked']],
		['10:30', ['near 10', 'near 30']],
		['https://seeds.example', ['near https', 'near seeds', 'near example']],
	])('%j', (query, expected) => {
		expect(parsed(query)).toEqual(expected);
	});
});

describe('what is still being typed asks nothing', () => {
	test.each([
		'!',
		"'",
		'^',
		'$',
		'"',
		'""',
		'@',
		'author:',
		'quote:"',
		'text:^',
		'likes:',
		'likes:>',
		'likes:>=',
		'has:',
		'has:li',
		'is:',
		'is:un',
		'|',
	])('%j', query => {
		expect(parsed(query)).toEqual([]);
		expect(parsed(`seed ${query}`)).toEqual(['near seed']);
	});
});

test('accents without a letter ask nothing', () => {
	expect(parseQuery('\u031b\u0301 jar').clauses).toEqual(parseQuery('jar').clauses);
	expect(shown(searched(['a jar -> \u0301 b']), '\u0301 jar', '1')).toEqual(['text:jar']);
});

describe('what cannot be understood is said, with its place', () => {
	test.each([
		['has:pdf', 'has:pdf', 0],
		['seed has:li x', 'has:li', 5],
		['is:new', 'is:new', 0],
		['  likes:many', 'likes:many', 2],
		['likes:>1x is:new', 'likes:>1x', 0],
	])('%j', (query, named, start) => {
		const {error} = parseQuery(query);
		expect(error?.start).toBe(start);
		expect(error?.message).toContain(`"${named}"`);
	});
});

test('any text is read without an error thrown, and no clause is empty', () => {
	const piece = fc.constantFrom(
		'!',
		"'",
		'^',
		'$',
		'"',
		'|',
		'@',
		' ',
		'author:',
		'likes:',
		'has:',
		'is:',
		'>',
		'=',
		'5',
		'é',
		'Ab',
		'日本',
		'🙂',
	);
	const query = fc.oneof(
		fc.array(piece).map(pieces => pieces.join('')),
		anyText,
	);
	fc.assert(
		fc.property(query, text => {
			const {clauses, error} = parseQuery(text);
			for (const clause of clauses) expect(clause.length).toBeGreaterThan(0);
			if (error !== null) expect(error.start).toBeLessThan(text.length);
		}),
	);
});
