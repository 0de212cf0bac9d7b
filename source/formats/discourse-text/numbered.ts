/**
The layout whose posts begin with their number alone on a line.

Such a line can as well be part of a body, so a number is believed if it is the next
one, and one further on if the one after it follows: posts are deleted and moved.
*/

import {isCaption} from '../../markup/images.ts';
import type {DumpBuilder} from '../../thread/dump.ts';
import type {LineReader} from '../lines.ts';
import {readNumberLine} from './post-heads.ts';
import {createThreadWriter} from './thread-writer.ts';
import {isWords} from './word-lines.ts';

type Line = {readonly text: string; readonly at: number};
/** A number that may be a head; `index` is where its line stands among the lines held back. */
type Candidate = {readonly number: number; readonly index: number};

/** So much is held back at most until it is clear what a number is, in UTF-16 units. */
const mostHeld = 1 << 18;
/** At the end of the input, a number is believed if no more posts than this are missing before it. */
const widestGap = 10;

/** @param likesPrinted - See `createThreadWriter`. */
export function readNumbered(builder: DumpBuilder, likesPrinted: boolean): LineReader {
	const writer = createThreadWriter(builder, likesPrinted);
	let held: Line[] = [];
	let units = 0;
	let candidates: Candidate[] = [];
	let last = 0;
	let started = false;

	/** Write the lines held back; those of `heads` begin posts. */
	function release(heads: readonly Candidate[]): void {
		const numbers = new Map(heads.map(head => [head.index, head.number]));
		held.forEach((line, index) => {
			const number = numbers.get(index);
			if (number === undefined) {
				writer.line(line.text, line.at);
				return;
			}
			writer.head({author: null, name: null, action: null, date: null, number}, writer.held, line.at);
			last = number;
			started = true;
		});
		held = [];
		units = 0;
		candidates = [];
	}

	/** The held line at `index` holds a number, and the line behind it does not say otherwise. */
	function consider(candidate: Candidate): void {
		const {number} = candidate;
		if (number === last + 1 || writer.ended) {
			release([candidate]);
			return;
		}
		const before = candidates.findIndex(other => other.number === number - 1);
		if (before !== -1)
			release([...chain(candidates.slice(0, before)), ...candidates.slice(before, before + 1), candidate]);
		else if (number > last) candidates.push(candidate);
	}

	/** Of numbers that nothing confirms, those that rise in small steps. */
	function chain(list: readonly Candidate[]): readonly Candidate[] {
		let reached = last;
		return list.filter(({number}) => {
			const fits = number > reached && (number - reached <= widestGap || (!started && reached === 0));
			if (fits) reached = number;
			return fits;
		});
	}

	let pending: Candidate | null = null;

	function line(text: string, at: number): void {
		if (pending !== null) {
			const candidate = pending;
			pending = null;
			if (!isCaption(text, String(candidate.number))) consider(candidate);
		}
		const number = readNumberLine(text);
		if (number === null && held.length === 0) {
			writer.line(text, at);
			return;
		}
		if (number !== null && number > last) pending = {number, index: held.length};
		held.push({text, at});
		units += text.length;
		if (pending === null && candidates.length === 0) release([]);
		else if (units > mostHeld) release(chain(candidates));
	}

	return {
		line,
		words: {
			are: (text, start, end) => held.length === 0 && writer.inPost && isWords(text, start, end),
			take: writer.words,
		},
		end() {
			if (pending !== null) consider(pending);
			release(chain(candidates));
			writer.end();
		},
	};
}
