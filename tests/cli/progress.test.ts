import {expect, test} from 'vitest';
import {createProgress} from '../../cli/progress.ts';
import {Sink} from './streams.ts';

/** `now` is set by hand. */
function started() {
	const screen = new Sink({isTTY: true});
	let time = 1000;
	const progress = createProgress(screen, () => time);
	const at = (ms: number) => {
		time = 1000 + ms;
	};
	return {screen, progress, at};
}

test('what is soon done needs no line, and none is taken away', () => {
	const {screen, progress, at} = started();
	at(499);
	progress.tell(() => 'half of it');
	progress.clear();
	expect(screen.text).toBe('');
});

test('what takes longer has a line that changes ten times a second, and goes', () => {
	const {screen, progress, at} = started();
	for (const ms of [100, 500, 510, 599, 600]) {
		at(ms);
		progress.tell(() => `${ms} done`);
	}
	progress.clear();
	progress.clear();
	expect(screen.text).toBe('\r\u001b[K500 done\r\u001b[K600 done\r\u001b[K');
});

test('nobody is told where nobody looks', () => {
	createProgress(null, () => Number.POSITIVE_INFINITY).tell(() => {
		throw new Error('told');
	});
});
