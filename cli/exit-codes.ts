/** What the program's exit status says. Scripts depend on it. */
export const exitCodes = {
	done: 0,
	/** `--print` had nothing to print for `--search` or `--post`. */
	nothingFound: 1,
	/** `--check` found that something is lost. */
	somethingLost: 1,
	/** Wrong usage, or input that cannot be read or recognised: said in one line on standard error. */
	refused: 2,
	/** A fault of ours (sysexits.h, EX_SOFTWARE). */
	fault: 70,
} as const;
