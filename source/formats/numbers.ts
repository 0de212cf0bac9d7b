/**
Numbers: what the numbers of posts say about posts that are not in the dump.
*/
import {absentWords} from '../thread/absent-numbers.ts';
import type {DumpBuilder} from '../thread/dump.ts';

export type Numbers = {
	/** The next post has this number; it stands at this line, or nobody knows. */
	readonly note: (number: number, line: number | null) => void;
	/** The number of the next post, if none is missing. */
	readonly expected: () => number;
	/** Another topic begins. */
	readonly restart: () => void;
};

/** @returns Tells the builder of gaps in the numbers, and of numbers that come again. Never throws. */
export function createNumbers(builder: DumpBuilder): Numbers {
	let last = 0;
	let count = 0;

	function warn(message: string, line: number | null): void {
		builder.problem({level: 'warning', line, post: null, message});
	}

	return {
		note(number, line) {
			if (number > last + 1) warn(absentWords(last + 1, number - 1, count === 0), line);
			else if (number <= last) {
				warn(`post ${number} stands behind post ${last}: two dumps in one, or a copy of a head`, line);
			}
			last = number;
			count++;
		},
		expected: () => last + 1,
		restart() {
			last = 0;
			count = 0;
		},
	};
}
