import {Writable} from 'node:stream';
import {expect, test} from 'vitest';
import {writeOutput} from '../../cli/write-output.ts';
import {Failing, Sink} from './streams.ts';

const line = `${'x'.repeat(9999)}\n`;

test('writes everything, in order', async () => {
	const sink = new Sink();
	const pieces = Array.from({length: 100}, (_, index) => `${index} ${line}`);
	expect(await writeOutput(sink, pieces)).toEqual({type: 'written'});
	expect(sink.text).toBe(pieces.join(''));
	expect(sink.listenerCount('close') + sink.listenerCount('error')).toBe(0);
});

test('asks for no piece before the reader has taken the last ones', async () => {
	let taken = 0;
	let made = 0;
	let most = 0;
	const slow = new Writable({
		decodeStrings: false,
		write(chunk: string, _, done) {
			setImmediate(() => {
				taken += chunk.length;
				done();
			});
		},
	});
	function* pieces(): Generator<string> {
		for (let index = 0; index < 100; index++) {
			most = Math.max(most, made - taken);
			made += line.length;
			yield line;
		}
	}
	expect(await writeOutput(slow, pieces())).toEqual({type: 'written'});
	expect(taken).toBe(100 * line.length);
	expect(most).toBeLessThan(80_000);
});

test.each([
	['EPIPE', {type: 'closed'}],
	['ENOSPC', {type: 'failed', why: 'ENOSPC'}],
])('stops making pieces at %s', async (code, outcome) => {
	const failing = new Failing(code);
	let made = 0;
	function* pieces(): Generator<string> {
		for (; made < 1000; made++) yield line;
	}
	expect(await writeOutput(failing, pieces())).toEqual(outcome);
	expect(failing.writes).toBe(1);
	expect(made).toBeLessThan(20);
});

test('a stream that was closed before takes nothing', async () => {
	const sink = new Sink();
	sink.destroy();
	expect(await writeOutput(sink, ['x'])).toEqual({type: 'closed'});
	expect(sink.text).toBe('');
});
