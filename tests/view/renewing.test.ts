/** A dump read anew under somebody's hands: where they stand, and what they had marked, folded and found. */
import {describe, expect, test} from 'vitest';
import {createContext} from '../../source/thread/context.ts';
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import {renewalOf} from '../../source/thread/renewal.ts';
import {currentPost, type Model} from '../../source/view/model.ts';
import {ReadLog} from '../../source/view/read-log.ts';
import {afterKeys, happen, press, where} from './press.ts';
import {modelOf} from './sample.ts';

/** Posts whose ids are their places; each answers the one named behind its words. */
function dump(...posts: readonly string[]): Dump {
	const builder = new DumpBuilder('text', post => [{type: 'paragraph', children: [{type: 'text', text: post.raw}]}]);
	for (const [index, raw] of posts.entries()) {
		const answered = posts.indexOf(/ to (.*)$/.exec(raw)?.[1] ?? '');
		const parent = answered === -1 ? null : String(answered + 1);
		builder.add({
			id: String(index + 1),
			number: index + 1,
			author: raw.split(' ')[0] ?? null,
			markup: 'plain',
			raw,
			parent,
		});
	}
	return builder.snapshot(true);
}

/** The model with the dump read anew, as `terminal/following.ts` does it. */
function readAnew(model: Model, now: Dump): Model {
	const {ids} = renewalOf(model.dump, now);
	const fresh = modelOf(now);
	return happen({...fresh, state: model.state}, {type: 'renewed', ids}).model;
}

const hive = dump('ada hums', 'ken buzzes to ada hums', 'eve hums', 'grace buzzes to ada hums', 'ada sleeps');
/** Two posts came in before the others, the third is gone. */
const later = dump(
	'linus hums',
	'mia hums',
	'ada hums',
	'ken buzzes to ada hums',
	'grace buzzes to ada hums',
	'ada sleeps',
);

/** Where somebody is after keys, then the file read anew, then more keys: the words of the post stand for it. */
function after(keys: string, more = ''): string {
	const model = press(readAnew(press(modelOf(hive), keys).model, later), more).model;
	return where(model).replace(/^#\d+/, currentPost(model)?.raw ?? '');
}

describe('reading anew', () => {
	test.each([
		['', '', 'ada hums list'],
		['j', '', 'ken buzzes to ada hums list'],
		['G tab', '', 'ada sleeps post'],
		['3 G', '', 'ken buzzes to ada hums list'],
		['2 G 4 G', 'backspace', 'ken buzzes to ada hums list'],
		['3 G 4 G', 'backspace', 'ada hums list'],
		['4 G backspace', 'L', 'grace buzzes to ada hums list'],
		['2 G m a 5 G m b', "' a", 'ken buzzes to ada hums list'],
		['3 G m a G', "' a", 'ada sleeps list, "no post is marked a"'],
		['4 G v a', 'k', 'ada hums list'],
		['t z M', 'j', 'ada sleeps list'],
		['4 G / "hums" enter', 'esc', 'grace buzzes to ada hums list'],
		['4 G / "hums"', 'esc', 'grace buzzes to ada hums list'],
	])('%s, anew, %s', (keys, more, expected) => {
		expect(after(keys, more)).toBe(expected);
	});

	test('a lens whose post is gone is taken away', () => {
		expect(readAnew(press(modelOf(hive), '3 G v d').model, later).state.lens).toBeNull();
	});

	test('a mark comes again with its post, unless another has its id', () => {
		const short = dump('ada hums');
		const marked = press(modelOf(hive), '5 G m z').model;
		expect(afterKeys(readAnew(readAnew(marked, short), hive), "' z")).toBe('#5 list');
	});

	test('what was read is still known', () => {
		const {ids} = renewalOf(hive, later);
		const log = new ReadLog();
		for (const index of [0, 2, 3]) log.add(index);
		const moved = log.moved(index => later.indexOf(ids.get(hive.posts[index]?.id ?? '') ?? ''));
		expect(moved.ranges()).toBe('2,4');
	});

	test('a dump of nothing leaves nobody anywhere, and nothing is thrown', () => {
		const none = readAnew(press(modelOf(hive), '3 G v a t m a esc').model, dump());
		expect(createContext(none.dump).covered).toBe(0);
		expect(where(none)).toBe('nowhere list');
	});
});
