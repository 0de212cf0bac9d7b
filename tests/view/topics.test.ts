import {describe, expect, test} from 'vitest';
import {rowText} from '../../source/layout/span.ts';
import {createEngine} from '../../source/search/engine.ts';
import {createContext} from '../../source/thread/context.ts';
import {DumpBuilder} from '../../source/thread/dump.ts';
import type {Model} from '../../source/view/model.ts';
import {screen} from './drawn.ts';
import {afterKeys, happen, press, where} from './press.ts';
import {modelOf, paragraph} from './sample.ts';

/** Three threads, their posts interleaved as in a month of mail. */
function severalThreads(): Model {
	const builder = new DumpBuilder('mbox', post => [paragraph(post.raw)]);
	builder.topic('tools', {title: 'Rust on tools'});
	builder.topic('beans', {title: 'Beans that climb'});
	builder.topic('mice', {title: 'Mice in the shed'});
	const add = (id: string, topic: string, number: number, author: string, raw: string) =>
		builder.add({id, topic, number, author, markup: 'plain', raw, date: `2024-05-0${number}`});
	add('a', 'tools', 1, 'ada', 'Oil them in autumn, says everybody.');
	add('b', 'beans', 1, 'ken', 'Mine reached the gutter.');
	add('c', 'tools', 2, 'ken', 'Linseed oil, yes.');
	add('d', 'mice', 1, 'grace', 'They ate the oil cloth.');
	add('e', 'beans', 2, 'ada', 'Which kind?');
	const dump = builder.snapshot(true);
	const context = createContext(dump);
	context.advance(Number.POSITIVE_INFINITY);
	const engine = createEngine(null, () => 0);
	engine.index(dump, Number.POSITIVE_INFINITY);
	return {...modelOf(dump), context, engine};
}

const model = severalThreads();
const rows = (keys: string) => screen(press(model, keys).model).rows.map(row => rowText(row).trimEnd());

describe('a dump of several threads', () => {
	test('is opened as a list to choose from', () => {
		const shown = rows('');
		expect(shown[0]).toMatch(/^ several threads +3 threads · 5 posts · 3 people$/);
		expect(shown[1]).toContain('threads');
		expect(shown.slice(2, 5).map(row => row.slice(1, 38).trimEnd())).toEqual([
			expect.stringMatching(/^▸ 2 {2}Rust on to.* 1 May 2024/),
			expect.stringMatching(/^ {2}2 {2}Beans that.* 1 May 2024/),
			expect.stringMatching(/^ {2}1 {2}Mice in th.* 1 May 2024/),
		]);
	});

	test('shows one thread when it is opened', () => {
		const shown = rows('j enter');
		expect(shown[0]).toMatch(/^ Beans that climb +2 posts · 2 people$/);
		expect(shown[2]).toContain('Mine reached the gutter.');
		expect(shown[3]).toContain('Which kind?');
		expect(shown[4]?.slice(1, 30).trim()).toBe('');
	});

	test.each([
		['j', '#1 list'],
		['j enter', '#1 list'],
		['j enter j', '#2 list'],
		['j enter j j', '#2 list'],
		['j enter j enter', '#2 post'],
		['] t', '#1 list'],
		['enter ] t j', '#2 list'],
		['enter ] t ] t ] t', '#1 list, "this is the last thread"'],
		['[ t', '#1 list, "this is the first thread"'],
		['enter / "oil"', '#1 list, oil 1 of 2 match 1 of 1, /oil'],
		['/ "oil"', '#1 list, oil 1 of 3 match 1 of 1, /oil'],
	])('%s', (keys, expected) => {
		expect(afterKeys(model, keys)).toBe(expected);
	});

	test('Esc leads from the thread to the list, with its row chosen', () => {
		expect(press(model, 'j enter j esc').model.state.place.topic).toBeNull();
		expect(rows('j enter j esc')[3]).toMatch(/^│▸ 2 {2}Beans/);
	});

	test('q leads to the list before it quits', () => {
		expect(press(model, 'enter q').effects).toEqual([]);
		expect(press(model, 'enter q q').effects).toEqual([{type: 'quit'}]);
	});

	test('hits of all threads say which one they are of', () => {
		expect(rows('/ "oil" enter').slice(2, 5)).toEqual([
			expect.stringContaining('Rust on'),
			expect.stringContaining('Rust on'),
			expect.stringContaining('Mice in'),
		]);
	});

	test('the place somebody left is in its thread', () => {
		const resumed = happen(model, {type: 'resume', post: 'e', scroll: 0, marks: {}}).model;
		expect(resumed.state.place.topic).toBe('beans');
		expect(where(resumed)).toBe('#2 list');
	});

	test('the neighbours of a post are those of its thread', () => {
		const shown = rows('enter');
		expect(shown.join('\n')).toContain('Linseed oil, yes.');
		expect(shown.join('\n')).not.toContain('Mine reached the gutter.');
	});
});
