/**
A format: one kind of dump, told by its content and read as it comes.

A format is one module beside this file and one line of the registry.
*/
import type {BodyReader, DumpBuilder} from '../thread/dump.ts';

/** The beginning of the input, for telling what it is. */
export type Sample = {
	/** Decoded, line ends as `\n`, without a byte order mark. At most about 64 Ki units. */
	readonly text: string;
	/** Whether this is all of it. */
	readonly whole: boolean;
};

/** Takes the input in order and writes posts into its builder as they come. Never throws. */
export type Parser = {
	/** @param chunk - Decoded text of any length, cut anywhere; line ends are `\n`, no byte order mark. */
	readonly push: (chunk: string) => void;
	/** The input has ended: write what is still held back. */
	readonly end: () => void;
};

export type Format = {
	readonly name: string;
	/** One line for people, shown by `--help`. */
	readonly title: string;
	/** How sure this format is that the sample is one of its own: 0 (no) … 1 (certainly). Never throws. */
	readonly detect: (sample: Sample) => number;
	readonly parse: (builder: DumpBuilder) => Parser;
	readonly readBody: BodyReader;
};
