/**
The standard input that Ink is given: silent, but for the keys meant for a text input.

Keys are read and understood by the keyboard and dispatched there, once. Ink's own reading would
see them a second time, merges keys that arrive together and types what it does not know. So Ink
reads this stream, on which a key stands only when the dispatcher passes it on.

`ink-text-input` adds each key to the value it rendered last, and hears nothing before it has been
rendered first. So a key is passed on when React has rendered all that was dispatched before, which
it does in a microtask, and whatever comes next waits until the key has been rendered, too.
*/

import {Readable} from 'node:stream';

export type InkStdin = NodeJS.ReadableStream & {
	/**
	Passes on the bytes of one plain key, printable or as Backspace and the arrows send, when all that was
	dispatched has been rendered. Called within an action of `afterTyping`, it comes before later actions.
	Lost if no input listens.
	*/
	type(bytes: string): void;
	/**
	Runs `action`, which may dispatch, when everything typed so far has been rendered: at once if it has.
	Whoever reads what was typed, as Enter does, must wait so.
	*/
	afterTyping(action: () => void): void;
};

/** Makes a stream for `render({stdin})`. It says it is a terminal, and leaves the real one alone. */
export const createInkStdin = (): InkStdin => {
	const waiting: Task[] = [];
	/** What the task that runs asks for itself: it comes before the others. */
	let asked: Task[] = [];
	let doing: 'nothing' | 'a task' | 'rendering' = 'nothing';
	/** Whether React may still have to render something. */
	let stale = false;
	let unread: string | null = null;

	const stream = new Readable({read() {}});
	const read = (): string | null => {
		const bytes = unread;
		unread = null;
		return bytes;
	};

	const next = (): void => {
		for (let task = waiting.shift(); task; task = waiting.shift()) {
			if (task.type === 'bytes' && stale) {
				waiting.unshift(task);
				waitForRendering();
				return;
			}
			doing = 'a task';
			stale = true;
			if (task.type === 'bytes') pass(task.bytes);
			else task.action();
			waiting.unshift(...asked);
			asked = [];
			if (task.type === 'bytes') {
				waitForRendering();
				return;
			}
		}
		doing = 'nothing';
	};

	const waitForRendering = (): void => {
		doing = 'rendering';
		setImmediate(() => {
			stale = false;
			next();
		});
	};

	const pass = (bytes: string): void => {
		unread = bytes;
		stream.emit('readable');
		unread = null;
	};

	const enqueue = (task: Task): void => {
		(doing === 'a task' ? asked : waiting).push(task);
		if (doing === 'nothing') next();
	};

	return Object.assign(stream, {
		isTTY: true,
		setRawMode() {},
		ref() {},
		unref() {},
		read,
		type(bytes: string) {
			enqueue({type: 'bytes', bytes});
		},
		afterTyping(action: () => void) {
			enqueue({type: 'action', action});
		},
	});
};

type Task = {readonly type: 'bytes'; readonly bytes: string} | {readonly type: 'action'; readonly action: () => void};
