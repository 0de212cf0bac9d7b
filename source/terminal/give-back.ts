/**
Memory given back. Reading a long dump leaves behind more than what is kept of it, and V8 collects only when more is
asked for: of a program that rests it keeps that for a long time, or for good.
*/
import type {Store} from '../view/store.ts';

/** Reading fewer bytes leaves too little to be worth a collection. */
const longRead = 8_000_000;

/** Nobody has done anything for so long, in milliseconds: a collection takes up to a few frames. */
const restMs = 1000;

/**
Collect once, in a moment in which nothing changes on screen, if much has been read.

@param since - How many bytes of the dump had been read when it was last asked for this: a file that is followed grows by
	little.
@returns How to leave it, or `null` where too little has been read.
*/
export function giveBack(store: Store, since: number, collect: () => void = collectAll): (() => void) | null {
	if (store.model().dump.bytes - since < longRead) return null;
	const leave = () => {
		clearTimeout(timer);
		unsubscribe();
	};
	const timer = setTimeout(() => {
		leave();
		collect();
	}, restMs);
	timer.unref();
	const unsubscribe = store.subscribe(() => timer.refresh());
	return leave;
}

/** As for a heap that is full: what is asked for otherwise, with `--expose-gc`, gives nothing back to the system. */
function collectAll(): void {
	import('node:inspector').then(
		({Session}) => {
			const session = new Session();
			session.connect();
			// It cannot be left while it tells that it is done.
			session.post('HeapProfiler.collectGarbage', () => void setImmediate(() => session.disconnect()));
		},
		// A Node that was built without it keeps what it has.
		() => {},
	);
}
