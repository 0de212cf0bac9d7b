/**
Tape archives made for tests.
*/
export type Entry = {readonly name: string; readonly text?: string; readonly type?: string; readonly size?: string};

/** A file as ustar writes it; POSIX.1-1988, 10.1.1. */
export function entry({name, text = '', type = '0', size}: Entry): Buffer {
	const body = Buffer.from(text);
	const head = Buffer.alloc(512);
	head.write(name, 0);
	head.write(size ?? body.length.toString(8).padStart(11, '0'), 124);
	head.write(' '.repeat(8), 148);
	head.write(type, 156);
	head.write('ustar\x0000', 257);
	const sum = head.reduce((total, byte) => total + byte, 0);
	head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
	return Buffer.concat([head, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

/** An archive of files. */
export const tar = (...entries: readonly Entry[]) => Buffer.concat([...entries.map(entry), Buffer.alloc(1024)]);
