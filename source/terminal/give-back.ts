/**
Memory given back. Reading a long dump leaves behind more than what is kept of it, and V8 collects only when more is
asked for: of a program that rests it keeps that for a long time, or for good.
*/
import process from 'node:process';
import v8 from 'node:v8';
import vm from 'node:vm';
import type {Store} from '../view/store.ts';

/** Of a shorter dump, in bytes, too little is left to be worth a collection. */
const longDump = 8_000_000;

/** Nobody has done anything for so long, in milliseconds: a collection takes up to a few frames. */
const restMs = 1000;

/** How to collect, and how often before all that can be given back is. */
export type Collector = {readonly collect: () => void; readonly times: number};

/**
Collect once a long dump has been read, in moments in which nothing changes on screen.

@returns How to leave it.
*/
export function giveBack(store: Store, {collect, times}: Collector = v8Collector()): () => void {
	if (store.model().dump.bytes < longDump) return () => {};
	let left = times;
	const timer = setTimeout(() => {
		collect();
		if (--left > 0) timer.refresh();
		else unsubscribe();
	}, restMs);
	timer.unref();
	const unsubscribe = store.subscribe(() => timer.refresh());
	return () => {
		clearTimeout(timer);
		unsubscribe();
	};
}

/** Node 22 knows of collecting as for a heap that is full, which gives all back at once; before, it takes three. */
function v8Collector(): Collector {
	v8.setFlagsFromString('--expose-gc');
	const gc: unknown = vm.runInNewContext('gc');
	const isOld = Number.parseInt(process.versions.node, 10) < 22;
	const collect =
		typeof gc === 'function' ? () => void (isOld ? gc() : gc({type: 'major', flavor: 'last-resort'})) : () => {};
	return {collect, times: isOld ? 3 : 1};
}
