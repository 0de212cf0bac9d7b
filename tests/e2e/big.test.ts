/**
A dump that takes long to read is browsed while it is read.
*/
import {appendFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {untouched} from './terminal.ts';
import {openThreadview, temporaryFolder} from './threadview.ts';

const postCount = 100_000;

const writeBigDump = (): string => {
	const file = path.join(temporaryFolder(), 'big.txt');
	const text =
		'The jar stood on the sill all winter and nothing in it had moved by the time the snow was gone. '.repeat(5);
	let written = 'A very long winter\n\n';
	for (let number = 1; number <= postCount; number++) {
		written += `gardener${number % 97} May 1, 2024, 8:${String(number % 60).padStart(2, '0')}am ${number}\n\nThis is word${number}. ${text}\n\n`;
		written += `${1 + (number % 9)} Likes\n`;
		if (written.length > 1 << 22) {
			appendFileSync(file, written);
			written = '';
		}
	}
	appendFileSync(file, written);
	return file;
};

/** The posts read so far, as the footer counts them. */
const posts = (screen: readonly string[]): number => Number(/\d+\/(\d+)/.exec(screen.at(-1) ?? '')?.[1] ?? 0);

test('50 MB: the first screen comes long before the end, keys are obeyed meanwhile, and q leaves at once', async () => {
	const terminal = openThreadview([writeBigDump(), '--no-state']);
	const first = await terminal.waitFor(screen => posts(screen) > 0);
	expect(posts(first)).toBeLessThan(postCount / 10);
	terminal.press('j');
	const moved = await terminal.waitFor(screen => screen.at(-1)?.includes(' 2/') === true);
	expect(posts(moved)).toBeLessThan(postCount / 2);
	terminal.type('/word7');
	await terminal.waitFor(screen => screen.at(-1)?.startsWith(' / word7') === true);
	expect(terminal.screen()[1]).toContain('#7');
	terminal.press('ctrl+c');
	expect(await terminal.exit).toEqual({code: 0, signal: 0});
	expect(terminal.modes()).toEqual(untouched);
});
