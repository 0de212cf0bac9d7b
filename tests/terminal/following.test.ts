/**
Following in the background: what is taken when, and what is said. The files are stood in for by a generator that is
fed by hand.
*/
import {describe, expect, test} from 'vitest';
import {createFollowing} from '../../source/terminal/following.ts';
import {createReading} from '../../source/terminal/reading.ts';
import type {Dump} from '../../source/thread/dump.ts';
import {createStore, type Store} from '../../source/view/store.ts';
import {builderOf, modelOf, shedPosts} from '../view/sample.ts';

/** A dump of the first posts, made anew each time. */
const shed = (posts: number) => builderOf(shedPosts, posts).snapshot(true);

function fed() {
	const waiting: ((dump: Dump) => void)[] = [];
	let begun = 0;
	let left = 0;
	async function* dumps(): AsyncGenerator<Dump> {
		begun++;
		try {
			while (true) yield await new Promise<Dump>(resolve => waiting.push(resolve));
		} finally {
			left++;
		}
	}
	return {
		dumps,
		give: (dump: Dump) => waiting.shift()?.(dump),
		get begun() {
			return begun;
		},
		get left() {
			return left;
		},
	};
}

function start(follow: (() => AsyncGenerator<Dump>) | null, posts = 3, reload: (() => Promise<Dump>) | null = null) {
	const first = modelOf(shed(posts));
	const store: Store = createStore(first, effect => {
		if (effect.type === 'follow') following.turn(effect.on);
		if (effect.type === 'reload') following.reload();
	});
	const reading = createReading(store, first.context, first.engine, () => {});
	const following = createFollowing(store, reading, {follow, reload});
	/** Resolves as soon as the model is as wanted. */
	const until = (wanted: (model: ReturnType<Store['model']>) => boolean) =>
		new Promise<void>(resolve => {
			const stop = store.subscribe(() => {
				if (!wanted(store.model())) return;
				stop();
				resolve();
			});
		});
	const press = (chord = 'F') => store.dispatch({type: 'key', chord, bytes: chord});
	return {store, following, until, press};
}

describe('following', () => {
	test('begins when the file has been read, and takes what has grown', async () => {
		const file = fed();
		const {store, following, until, press} = start(file.dumps);
		const before = store.model();
		press();
		expect(file.begun).toBe(0);
		following.begin();
		expect(file.begun).toBe(1);
		const grown = until(
			({dump, state, engine, context}) =>
				dump.posts.length === 5 && state.place.post === '5' && engine.indexed === 5 && context.covered === 5,
		);
		file.give(shed(5));
		await grown;
		const after = store.model();
		expect(after.dump.posts.slice(0, 3).every((post, index) => post === before.dump.posts[index])).toBe(true);
		expect(after.context).toBe(before.context);
	});

	test('begins anew with a file that was written anew, and says so', async () => {
		const file = fed();
		const {store, following, until, press} = start(file.dumps);
		following.begin();
		press();
		const before = store.model();
		const anew = until(({dump, state}) => dump.posts.length === 2 && state.notice?.text.includes('read anew') === true);
		file.give(shed(2));
		await anew;
		expect(store.model().context).not.toBe(before.context);
		expect(store.model().state.following).toBe(true);
	});

	test('stays at the last post, whatever came before it', async () => {
		const file = fed();
		const {store, following, until, press} = start(file.dumps);
		following.begin();
		press();
		expect(store.model().state.place.post).toBe('3');
		const [first, second, third, ...later] = shedPosts;
		const posts = [...later, first, second, third].filter(post => post !== undefined);
		const moved = until(
			({dump, state}) => dump.posts.length === 8 && state.notice?.text.includes('read anew') === true,
		);
		file.give(builderOf(posts).snapshot(true));
		await moved;
		expect(store.model().state.place.post).toBe('3');
		const grown = until(({dump}) => dump.posts.length === 9);
		file.give(builderOf([...posts, {id: '9', number: 9, author: 'mia', blocks: []}]).snapshot(true));
		await grown;
		expect(store.model().state.place.post).toBe('9');
	});

	test('ends with the same key: what comes later is not taken', async () => {
		const file = fed();
		const {store, following, press} = start(file.dumps);
		following.begin();
		press();
		press();
		file.give(shed(5));
		press();
		expect(file.begun).toBe(2);
		expect(store.model().dump.posts).toHaveLength(3);
	});

	test('what is no file cannot be followed', () => {
		const {store, following, press} = start(null);
		following.begin();
		press();
		expect(store.model().state).toMatchObject({following: false, notice: {level: 'warning'}});
	});

	test('a fault on the way is said', async () => {
		const {store, following, until, press} = start(() => failing());
		async function* failing(): AsyncGenerator<Dump> {
			yield shed(3);
			throw new Error('the disk is gone');
		}
		following.begin();
		const said = until(({state}) => !state.following);
		press();
		await said;
		expect(store.model().state.notice?.text).toBe('it cannot be followed: the disk is gone');
	});
});

describe('reading anew', () => {
	const said = (text: string) => (model: ReturnType<Store['model']>) => model.state.notice?.text === text;

	test.each<[string, number, string]>([
		['nothing', 3, 'read anew: nothing is new'],
		['a post more', 4, '1 new post: #4'],
		['posts more', 6, '3 new posts from #4 on'],
		['fewer posts', 2, '1 gone'],
	])('%s', async (_, posts, text) => {
		const {store, following, until, press} = start(null, 3, async () => shed(posts));
		following.begin();
		store.dispatch({type: 'key', chord: 'j', bytes: 'j'});
		const done = until(model => said(text)(model) && model.dump.posts.length === posts);
		press('R');
		await done;
		expect(store.model().state.place.post).toBe('2');
	});

	test('what was edited or liked since is counted', async () => {
		const changed = shedPosts.slice(0, 3).map(post => (post.id === '2' ? {...post, likes: 99} : post));
		const {following, until, press} = start(null, 3, async () => builderOf(changed).snapshot(true));
		following.begin();
		const done = until(said('1 with other likes or dates'));
		press('R');
		await done;
	});

	test('is not begun before the file has been read, nor twice at once', async () => {
		const gates: ((dump: Dump) => void)[] = [];
		const {store, following, until, press} = start(null, 3, () => new Promise(resolve => gates.push(resolve)));
		press('R');
		expect(store.model().state.notice?.text).toBe('it is still being read');
		following.begin();
		press('R');
		press('R');
		expect(gates).toHaveLength(1);
		const done = until(said('1 new post: #4'));
		gates[0]?.(shed(4));
		await done;
	});

	test('a file that is gone is said, and what was read stays', async () => {
		const {store, following, until, press} = start(null, 3, () => Promise.reject(new Error('there is no such file')));
		following.begin();
		const before = store.model().dump;
		const done = until(said('not read anew: there is no such file'));
		press('R');
		await done;
		expect(store.model().dump).toBe(before);
		expect(store.model().state.notice?.level).toBe('warning');
	});

	test('what came through a pipe cannot be', () => {
		const {store, following, press} = start(null);
		following.begin();
		press('R');
		expect(store.model().state.notice).toEqual({
			level: 'warning',
			text: 'this is no file: what comes through a pipe is shown as it comes',
		});
	});

	test('what was read moves with its posts, and the context is worked out anew', async () => {
		const {store, following, until, press} = start(null, 3, async () =>
			builderOf(shedPosts.slice(1, 5)).snapshot(true),
		);
		following.begin();
		for (const chord of ['j', 'j']) press(chord);
		const before = store.model().context;
		const done = until(({state, context}) => state.notice?.text.includes('gone') === true && context.covered === 4);
		press('R');
		await done;
		const {read, state, context} = store.model();
		expect([read.ranges(), state.place.post]).toEqual(['0', '3']);
		expect(context).not.toBe(before);
	});
});
