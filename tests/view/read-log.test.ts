import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {rowText} from '../../source/layout/span.ts';
import type {Effect} from '../../source/view/effects.ts';
import {ReadLog} from '../../source/view/read-log.ts';
import {createStore} from '../../source/view/store.ts';
import {screen} from './drawn.ts';
import {where} from './press.ts';
import {hundred, modelOf} from './sample.ts';

function storeOf(read = new ReadLog()) {
	const store = createStore({...modelOf(hundred), read}, (effect: Effect) => {
		if (effect.type === 'unread') read.leaveUnread(store.model().dump.indexOf(effect.post), effect.on);
	});
	const press = (keys: string) => {
		for (const chord of keys.split(' ')) store.dispatch({type: 'key', chord, bytes: chord});
		return where(store.model());
	};
	return {store, press, read};
}

describe('the read log', () => {
	test('keeps any set of indices through its short form', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat(500)), indices => {
				const log = new ReadLog();
				for (const index of indices) log.add(index);
				const again = new ReadLog();
				again.load(log.ranges());
				expect(Array.from({length: 501}, (_, index) => again.has(index))).toEqual(
					Array.from({length: 501}, (_, index) => indices.includes(index)),
				);
			}),
		);
	});

	test('is short for what was read in a row, and deaf to nonsense', () => {
		const log = new ReadLog();
		for (const index of [3, 1, 2, 7]) log.add(index);
		expect(log.ranges()).toBe('1-3,7');
		const other = new ReadLog();
		other.load('x,4-,-,2-3,,9');
		expect(other.ranges()).toBe('2-3,9');
	});

	test('holds the posts that were left', () => {
		const {press, read} = storeOf();
		press('j j G');
		expect(read.ranges()).toBe('0-2');
	});

	test(']u and [u find what was not read', () => {
		const {press} = storeOf();
		expect(press('j j j g ] u')).toBe('#5 list');
		expect(press('] u')).toBe('#6 list');
		expect(press('[ u')).toBe('#6 list, "no earlier unread post"');
	});

	test.each([
		['U j', '', '#2 list'],
		['j U j', '0', '#3 list'],
		['j U U j', '0-1', '#3 list'],
		['j U j k', '0,2', '#2 list'],
		['j U j k j', '0-2', '#3 list'],
		['j U j k U j', '0,2', '#3 list'],
		['j j k U', '0,2', '#2 list, "#2 stays unread"'],
		['j U U', '0', '#2 list, "#2 counts as read"'],
	])('U leaves a post unread until the reader comes again: %s', (keys, ranges, place) => {
		const {press, read} = storeOf();
		expect(press(keys)).toBe(place);
		expect(read.ranges()).toBe(ranges);
	});

	test('a post left unread has the sign of new ones, and keeps it where posts have moved', () => {
		const {press, store, read} = storeOf();
		press('U j');
		expect(rowText(screen(store.model()).rows[2] ?? []).slice(1, 6)).toBe(' •  1');
		const moved = read.moved(index => index + 5);
		expect([moved.isNew(5), moved.isNew(0)]).toEqual([true, false]);
	});

	test('new posts have a sign, but not at the first visit', () => {
		const row = (read: ReadLog, at: number) => rowText(screen(storeOf(read).store.model()).rows[at] ?? []).slice(1, 6);
		const known = new ReadLog();
		known.load('0-1');
		expect([2, 3, 4].map(at => row(known, at))).toEqual(['▸   1', '    2', ' •  3']);
		expect([2, 3, 4].map(at => row(new ReadLog(), at))).toEqual(['▸   1', '    2', '    3']);
	});
});
