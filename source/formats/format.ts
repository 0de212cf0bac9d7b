/**
A format: one kind of dump, told by its content and read as it comes.

A format is one module beside this file and one line of the registry. How the bodies of
its posts are written is said by their markup, and read in `markup/`.
*/
import type {DumpBuilder} from '../thread/dump.ts';

/** The beginning of the input, for telling what it is. */
export type Sample = {
	/** Decoded, line ends as `\n`, without a byte order mark. At most about 64 Ki units. */
	readonly text: string;
	/** Whether this is all of it. */
	readonly whole: boolean;
};

/** Takes the input in order and writes posts into its builder as they come. Never throws. */
export type Parser = {
	/** @param chunk - The next part of the input, of any length and cut anywhere; see `Format.reads`. */
	readonly push: (chunk: string) => void;
	/** No input has come for a while: what is held back only to be surer may be written, where it is sure enough. */
	readonly rest?: () => void;
	/**
	The input has ended: write what is still held back. A format that can only begin now gives its
	work in slices, each of a few milliseconds: whoever iterates lets keys through between two of them.
	*/
	readonly end: () => Iterable<void> | void;
};

export type Format = {
	readonly name: string;
	/** One line for people, shown by `--help`. */
	readonly title: string;
	/**
	What its parser is given. `text` (the default): decoded, line ends as `\n`, no byte order mark.
	`bytes`: a unit of the string a byte, as they are in the file, for input that names its encodings itself.
	*/
	readonly reads?: 'text' | 'bytes';
	/** How sure this format is that the sample is one of its own: 0 (no) … 1 (certainly). Never throws. */
	readonly detect: (sample: Sample) => number;
	readonly parse: (builder: DumpBuilder) => Parser;
};
