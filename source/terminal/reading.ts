/**
Reading in the background: takes snapshots of the dump as they come, and works out context
and index in slices short enough that no key waits.
*/

import type {Engine} from '../search/search.ts';
import {type Context, createContext} from '../thread/context.ts';
import type {Dump} from '../thread/dump.ts';
import type {Post, PostId} from '../thread/post.ts';
import {forests} from '../view/forest.ts';
import {openTopic} from '../view/listing.ts';
import {pictures} from '../view/picture.ts';
import type {ReadLog} from '../view/read-log.ts';
import type {Store} from '../view/store.ts';
import {giveBack} from './give-back.ts';

/** Milliseconds a slice may take: with drawing, a key still answers within a frame. */
const sliceMs = 6;

/** A slice is divided between context and index in so many turns. */
const turns = 6;

/** At least this long between two redraws for the sake of progress alone, in milliseconds. */
const redrawMs = 120;

/** Such redraws leave this many times as long for keys and for the work itself as they take. */
const restFactor = 6;

export type Reading = {
	/**
	Take a newer snapshot; what is known of it grows from now on.
	@param moved - Where it does not go on from the last one: what has become of its posts.
	*/
	readonly take: (dump: Dump, moved?: Moved) => void;
	/** The latest snapshot taken. */
	readonly latest: () => Dump;
	readonly stop: () => void;
};

/** Posts that are known by other ids now (see the event `renewed`), and what was read of them. */
export type Moved = {readonly ids: ReadonlyMap<PostId, PostId | null>; readonly read: ReadLog};

/**
@param settled - Called whenever more posts have become searchable; queries are answered anew.
*/
export function createReading(store: Store, first: Context, engine: Engine, settled: () => void): Reading {
	let dump = store.model().dump;
	let context = first;
	let running = false;
	let stopped = false;
	/** When progress may be drawn again. */
	let drawAt = 0;
	let learned = dump;
	let leaveRest = () => {};
	/** Bytes read when memory was last given back. */
	let readThen = 0;

	/** Let the screen show what is known now, if it has not been shown just before or has to be. */
	function show(must: boolean): void {
		const start = performance.now();
		if (!must && start < drawAt) return;
		drawAt = start + redrawMs;
		if (learned !== dump) {
			store.learn({dump});
			store.dispatch({type: 'grown', from: learned.posts.length});
		}
		learned = dump;
		settled();
		store.dispatch({type: 'progress'});
		// React has drawn by then.
		setImmediate(() => {
			const took = performance.now() - start;
			drawAt = Math.max(drawAt, start + took * (1 + restFactor));
		});
	}

	/** Context and index go through the posts abreast: so a body is read once for both, and dropped while it is young. */
	function work(budgetMs: number): boolean {
		const end = performance.now() + budgetMs;
		const turnMs = budgetMs / turns;
		for (;;) {
			const {covered} = context;
			const {indexed} = engine;
			const contextDone = covered > indexed ? covered === dump.posts.length : context.advance(turnMs);
			const indexDone = context.covered >= indexed && engine.index(dump, turnMs);
			if (contextDone && indexDone) return true;
			const goesOn = context.covered > covered || engine.indexed > indexed;
			if (!goesOn || performance.now() >= end) return false;
		}
	}

	function slice(): void {
		if (stopped) return;
		const done = work(sliceMs);
		show(done);
		running = !done;
		if (done) prepare();
		if (!running) return;
		const waiting = [context.covered, engine.indexed].flatMap(index => {
			const post = dump.posts[index];
			const pending = post === undefined ? null : dump.prepare(post);
			return pending === null ? [] : [pending];
		});
		if (waiting.length === 0) setImmediate(slice);
		else void Promise.all(waiting).then(() => setImmediate(slice));
	}

	/** Once all is known, what commands make of all posts is made before somebody waits for it. */
	function prepare(): void {
		if (stopped || running || !dump.complete) return;
		const until = performance.now() + sliceMs;
		const model = store.model();
		const topic = openTopic(model);
		if (!forests.advance(model, topic, until) || !pictures.advance(model, topic, until)) setImmediate(prepare);
		else rest();
	}

	function rest(): void {
		const leave = giveBack(store, readThen);
		if (leave === null) return;
		leaveRest();
		leaveRest = leave;
		readThen = dump.bytes;
	}

	/** Bodies on screen have become readable: they are drawn in the next turn, all in one frame. */
	let told = false;
	let unlisten = dump.whenPrepared(redrawSoon);
	function redrawSoon(): void {
		if (told || stopped) return;
		told = true;
		setImmediate(() => {
			told = false;
			if (!stopped) store.dispatch({type: 'progress'});
		});
	}

	return {
		take: (next, moved) => {
			unlisten();
			unlisten = next.whenPrepared(redrawSoon);
			const last = dump.posts.length - 1;
			const goesOn = dump.posts[last] === next.posts[last];
			dump = next;
			if (goesOn) context.extend(next);
			else {
				context = createContext(next);
				readThen = 0;
			}
			if (learned.posts.length === 0 || !goesOn) {
				const from = moved === undefined ? learned.posts.length : indexNow(learned.posts.at(-1), next, moved) + 1;
				learned = next;
				store.learn({dump: next, context, ...(moved === undefined ? {} : {read: moved.read})});
				if (moved !== undefined) store.dispatch({type: 'renewed', ids: moved.ids});
				store.dispatch({type: 'grown', from});
			}
			if (running || stopped) return;
			running = true;
			setImmediate(slice);
		},
		latest: () => dump,
		stop: () => {
			stopped = true;
			leaveRest();
		},
	};
}

/** Where a post of before stands now, or -1. */
function indexNow(post: Post | undefined, dump: Dump, {ids}: Moved): number {
	return dump.indexOf(ids.get(post?.id ?? '') ?? '');
}
