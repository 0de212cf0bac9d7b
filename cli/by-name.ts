/**
The order of files: as people count, page2 before page10.
*/

/* Made when first needed: loading the rules of a language takes milliseconds, and most runs have one file. */
let collator: Intl.Collator | undefined;

/** Compare two file names, for `sort`. */
export function byName(one: string, other: string): number {
	collator ??= new Intl.Collator('en', {numeric: true});
	return collator.compare(one, other);
}
