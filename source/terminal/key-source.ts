/** Where keys come from: standard input, or the controlling terminal where that is taken by the dump. */
import {openSync} from 'node:fs';
import {ReadStream} from 'node:tty';

export type KeySource = {
	readonly stream: ReadStream;
	/** Let go of it, so that it does not keep the program alive. */
	readonly close: () => void;
};

/** @throws {Error} Where the program has no terminal; the message is one line that says the remedy. */
export function openKeySource(keyboard: 'stdin' | 'terminal'): KeySource {
	if (keyboard === 'stdin') return {stream: process.stdin, close: () => {}};
	try {
		const device = process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty';
		const stream = new ReadStream(openSync(device, 'r'));
		return {stream, close: () => void stream.destroy()};
	} catch {
		throw new Error('there is no terminal to read keys from: use --print text');
	}
}
