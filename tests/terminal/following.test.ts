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

function start(follow: (() => AsyncGenerator<Dump>) | null, posts = 3) {
	const first = modelOf(shed(posts));
	const store: Store = createStore(first, effect => {
		if (effect.type === 'follow') following.turn(effect.on);
	});
	const reading = createReading(store, first.context, first.engine, () => {});
	const following = createFollowing(store, reading, follow);
	/** Resolves as soon as the model is as wanted. */
	const until = (wanted: (model: ReturnType<Store['model']>) => boolean) =>
		new Promise<void>(resolve => {
			const stop = store.subscribe(() => {
				if (!wanted(store.model())) return;
				stop();
				resolve();
			});
		});
	return {store, following, until, press: () => store.dispatch({type: 'key', chord: 'F', bytes: 'F'})};
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
		const grown = until(({dump, state}) => dump.posts.length === 5 && state.place.post === '5');
		file.give(shed(5));
		await grown;
		const after = store.model();
		expect(after.dump.posts.slice(0, 3).every((post, index) => post === before.dump.posts[index])).toBe(true);
		expect(after.context).toBe(before.context);
		expect([after.engine.indexed, after.context.covered]).toEqual([5, 5]);
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
