/**
A frame: what is known of a bracket that is open while JSON is read in chunks.
*/
import type {Json} from './json.ts';

/** An open bracket: what of its inside is parsed, and the text that is not. */
export type Frame = {
	readonly isList: boolean;
	/** Where it opens in this chunk; -1 if in an earlier one. */
	start: number;
	/** Unparsed text from earlier chunks, or what begins it anew after a piece was parsed. */
	text: string;
	/** From where the unparsed text goes on in this chunk. */
	from: number;
	/** Where the unparsed text begins in the whole input, less what was put before it. */
	at: number;
	/** What is parsed already: `null` as long as it is all unparsed. */
	values: Json[] | null;
	entries: [string, Json][] | null;
	/** Where it stands, as long as a list that is told may be in it. */
	readonly path: string | null;
	/** Whether its elements are told as they come. */
	readonly isTold: boolean;
	/** Whether a lane was tried, and had to be left. */
	isUneven: boolean;
	/** Where its last whole element ends in this chunk; 0 for none. */
	whole: number;
	/** Whether its unparsed text begins with what only stands for the parsed. */
	isAnew: boolean;
};

/** A bracket that opens at `start` of this chunk, `at` in the whole input. */
export function openFrame(facts: Pick<Frame, 'isList' | 'start' | 'at' | 'path' | 'isTold'>): Frame {
	const {start} = facts;
	return {...facts, text: '', from: start, values: null, entries: null, isUneven: false, whole: 0, isAnew: false};
}
