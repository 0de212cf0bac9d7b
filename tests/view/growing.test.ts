/**
What stays while the rest changes: a resize, posts that arrive later, the events that begin a session.
*/
import {describe, expect, test} from 'vitest';
import {rowText} from '../../source/layout/span.ts';
import type {Effect} from '../../source/view/effects.ts';
import {bodyLines, currentPost, type Model, postSize, scrolledLine} from '../../source/view/model.ts';
import {createStore} from '../../source/view/store.ts';
import {screen} from './drawn.ts';
import {afterKeys, happen, press, where} from './press.ts';
import {addTo, builderOf, dumpOf, modelOf, shed, shedPosts} from './sample.ts';

const model = modelOf(shed);

function resized(of: Model, columns: number, rows: number): Model {
	return happen(of, {type: 'resize', columns, rows}).model;
}

/** The words at the top of the post pane. */
function topWords(of: Model): string {
	const post = currentPost(of);
	if (post === null) return '';
	const lines = bodyLines(of, post);
	const line = lines[scrolledLine(lines, of.state.place.scroll, postSize(of).rows)];
	return line?.line.map(piece => piece.shown).join('') ?? '';
}

describe('a resize', () => {
	test('keeps the post, the pane, the search and the prompt', () => {
		for (const keys of ['5 G tab', '/ "silica" enter n', '/ "sil" left', '? j', 'y', '3 G ] q']) {
			const before = press(model, keys).model;
			const tiny = resized(before, 10, 3);
			expect(where(resized(tiny, 120, 30))).toBe(where(before));
		}
	});

	test('keeps the place in the text', () => {
		const step = 'Step 12.';
		let before = press(model, '7 G tab').model;
		while (!topWords(before).startsWith(step)) before = press(before, 'j').model;
		for (const [columns, rows] of [
			[250, 60],
			[100, 24],
			[60, 10],
			[200, 12],
			[20, 5],
			[130, 30],
		] as const) {
			const there = resized(before, columns, rows);
			expect(screen(there).rows.map(rowText).join('\n'), `${columns}x${rows}`).toContain(step);
			// Where all that follows fits, the end of the post is in sight and not the place at the top.
			if (rows < 60) expect(topWords(there), `${columns}x${rows}`).toContain(step);
		}
		expect(where(resized(resized(before, 60, 10), 120, 30))).toBe(where(before));
	});
});

describe('posts that arrive', () => {
	/** A store over a dump of which the first posts have been read. */
	function reading(first: number) {
		const builder = builderOf(shedPosts, first);
		const start = modelOf(builder.snapshot(false));
		const effects: Effect[] = [];
		const store = createStore(start, effect => {
			effects.push(effect);
			if (effect.type === 'search') store.dispatch({type: 'found', results: start.engine.search(effect.query)});
		});
		const arrive = (upTo: number) => {
			for (const post of shedPosts.slice(builder.count, upTo)) addTo(builder, post);
			const dump = builder.snapshot(upTo === shedPosts.length);
			start.context.extend(dump);
			start.context.advance(Number.POSITIVE_INFINITY);
			start.engine.index(dump, Number.POSITIVE_INFINITY);
			store.learn({dump});
		};
		return {store, arrive, effects};
	}

	test('leave the cursor where it is, and are there', () => {
		const {store, arrive} = reading(3);
		const key = (chord: string) => store.dispatch({type: 'key', chord, bytes: chord});
		key('G');
		expect(where(store.model())).toBe('#3 list');
		arrive(5);
		expect(where(store.model())).toBe('#3 list');
		key('G');
		expect(where(store.model())).toBe('#5 list');
		arrive(8);
		expect(where(store.model())).toBe('#5 list');
		key('backspace');
		expect(where(store.model())).toBe('#3 list');
		expect(screen(store.model()).rows.map(rowText).join('\n')).toContain('@ada how long');
	});

	test('take the cursor with them while the file is followed, unless it was put elsewhere', () => {
		const {store, arrive, effects} = reading(3);
		const key = (chord: string) => store.dispatch({type: 'key', chord, bytes: chord});
		const grow = (upTo: number) => {
			const from = store.model().dump.posts.length;
			arrive(upTo);
			store.dispatch({type: 'grown', from});
		};
		grow(4);
		expect(where(store.model())).toBe('#1 list');
		key('F');
		expect(where(store.model())).toBe('#4 list, "following: what is added to the file appears here"');
		expect(effects).toEqual([{type: 'follow', on: true}]);
		grow(6);
		expect(where(store.model())).toContain('#6 list');
		expect(rowText(screen(store.model()).rows.at(-1) ?? [])).toMatch(/ following {2}6\/6 {2}100 % $/);
		key('k');
		grow(7);
		expect(where(store.model())).toBe('#5 list');
		key('F');
		expect(where(store.model())).toBe('#5 list, "no longer following"');
		expect(effects.at(-1)).toEqual({type: 'follow', on: false});
		key('G');
		grow(8);
		expect(where(store.model())).toBe('#7 list');
		expect(rowText(screen(store.model()).rows.at(-1) ?? [])).not.toContain('following');
	});

	test('cannot be followed where they come through a pipe, and that is said', () => {
		const {store} = reading(3);
		store.dispatch({type: 'key', chord: 'F', bytes: 'F'});
		store.dispatch({type: 'unfollowed', why: 'this is no file'});
		expect(where(store.model())).toBe('#3 list, "this is no file"');
		expect(store.model().state.following).toBe(false);
	});

	test('into an empty dump put the cursor on the first', () => {
		const {store, arrive} = reading(0);
		expect(where(store.model())).toBe('nowhere list');
		expect(screen(store.model()).rows.map(rowText).join('\n')).toContain('reading…');
		arrive(2);
		expect(where(store.model())).toBe('#1 list');
	});

	test('are found when the search is asked again, and the cursor stays on its hit', () => {
		const {store, arrive} = reading(2);
		store.dispatch({type: 'query', query: 'silica'});
		expect(where(store.model())).toBe('#2 list, silica 1 of 1 match 1 of 2');
		arrive(8);
		store.dispatch({type: 'found', results: store.model().engine.search('silica')});
		expect(where(store.model())).toBe('#2 list, silica 1 of 3 match 1 of 2');
	});

	test('subscribers hear of changes, and of nothing else', () => {
		const {store, arrive} = reading(3);
		let told = 0;
		const leave = store.subscribe(() => told++);
		arrive(4);
		expect(told).toBe(1);
		store.dispatch({type: 'typed', before: 'x'});
		expect(told).toBe(1);
		store.dispatch({type: 'progress'});
		store.dispatch({type: 'key', chord: 'j', bytes: 'j'});
		expect(told).toBe(3);
		leave();
		store.dispatch({type: 'key', chord: 'j', bytes: 'j'});
		expect(told).toBe(3);
	});
});

describe('a session begins', () => {
	const resume = {type: 'resume' as const, post: '7', scroll: 0, marks: {a: '3', b: 'gone'}};

	test('where the last one ended', () => {
		const {scroll} = press(model, '7 G 9 J').model.state.place;
		const resumed = happen(model, {...resume, scroll}).model;
		expect(where(resumed)).toBe('#7 list:9');
		expect(resumed.state.marks).toEqual({a: '3'});
		expect(afterKeys(resumed, "' a")).toBe('#3 list');
	});

	test('at its beginning, where that post is gone', () => {
		expect(where(happen(model, {...resume, post: 'gone'}).model)).toBe('#1 list');
	});

	test('with marks set meanwhile before those kept', () => {
		const {model: marked} = press(model, '5 G m a');
		expect(happen(marked, resume).model.state.marks).toEqual({a: '5'});
	});

	test.each([
		[4, '#4 list'],
		[1, '#1 list'],
		[99, '#8 list, "there is no post 99; #8 is the nearest"'],
		[0, '#1 list, "there is no post 0; #1 is the nearest"'],
	])('at post %d', (post, expected) => {
		const started = happen(model, {type: 'start', post}).model;
		expect(where(started)).toBe(expected);
		expect(started.state.back).toEqual([]);
	});

	test('at a post of a dump that begins later than 1', () => {
		const late = modelOf(dumpOf(shedPosts.slice(3)));
		expect(where(happen(late, {type: 'start', post: 2}).model)).toBe(
			'#4 list, "there is no post 2; #4 is the nearest"',
		);
		expect(where(happen(modelOf(dumpOf([])), {type: 'start', post: 2}).model)).toBe('nowhere list');
	});

	test('with a search', () => {
		expect(where(happen(model, {type: 'query', query: 'camellia'}).model)).toBe(
			'#8 list, camellia 3 of 3 match 1 of 1',
		);
		const searched = happen(model, {type: 'start', post: 7}, {type: 'query', query: 'silica'}).model;
		expect(where(searched)).toBe('#7 list, silica 3 of 3 match 1 of 2');
		expect(afterKeys(searched, 'esc')).toBe('#7 list');
	});
});
