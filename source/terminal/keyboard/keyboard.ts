/**
The keyboard of a terminal: reads its bytes in raw mode and hands out events.

It owns the stream while it is started, and the clock that says when an ESC was the Esc key.
*/

import {StringDecoder} from 'node:string_decoder';
import type {InputEvent} from './input-event.ts';
import {createInputParser} from './parse-input.ts';

/** What is needed of `process.stdin`, or of a `tty.ReadStream` on the controlling terminal. */
export type KeyboardSource = {
	setRawMode?(raw: boolean): unknown;
	on(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
	on(event: 'end' | 'error', listener: () => void): unknown;
	off(event: 'data', listener: (chunk: Buffer | string) => void): unknown;
	resume(): unknown;
	pause(): unknown;
};

export type Keyboard = {
	/** Raw mode on, reading. Does nothing when started already. */
	start(): void;
	/** Raw mode off, not reading. What was half typed is forgotten. May be started again, as after a suspension. */
	stop(): void;
	/** Calls `listener` with every event, in order, until the returned function is called. */
	listen(listener: (event: InputEvent) => void): () => void;
	/** Resolves when the terminal has gone: nothing will ever be typed again. Never rejects. */
	readonly closed: Promise<void>;
};

/** Makes the keyboard of `source`, not yet started. */
export const createKeyboard = (source: KeyboardSource): Keyboard => {
	const listeners = new Set<(event: InputEvent) => void>();
	let parser = createInputParser();
	let decoder = new StringDecoder('utf8');
	let started = false;
	let timer: NodeJS.Timeout | undefined;
	let afterReading: NodeJS.Immediate | undefined;

	const hand = (events: readonly InputEvent[]): void => {
		for (const event of events) for (const listener of [...listeners]) listener(event);
	};

	const forgetTimers = (): void => {
		clearTimeout(timer);
		clearImmediate(afterReading);
	};

	const read = (chunk: Buffer | string): void => {
		forgetTimers();
		const events = parser.push(typeof chunk === 'string' ? chunk : decoder.write(chunk));
		if (parser.flushDelay !== null) {
			timer = setTimeout(() => {
				// Were we too busy to read, the rest may lie there: it is read before the immediate runs.
				afterReading = setImmediate(() => hand(parser.flush()));
			}, parser.flushDelay);
		}
		hand(events);
	};

	const closed = new Promise<void>(resolve => {
		source.on('end', () => resolve());
		source.on('error', () => resolve());
	});

	return {
		start() {
			if (started) return;
			started = true;
			source.setRawMode?.(true);
			source.on('data', read);
			source.resume();
		},
		stop() {
			if (!started) return;
			started = false;
			forgetTimers();
			parser = createInputParser();
			decoder = new StringDecoder('utf8');
			source.off('data', read);
			source.setRawMode?.(false);
			source.pause();
		},
		listen(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		closed,
	};
};
