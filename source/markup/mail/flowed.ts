/**
Flowed text: paragraphs whose lines a program broke and another puts together again (RFC 3676).
*/

/**
@param text - Line ends as `\n`.
@param deletesSpace - Whether the space at a broken line's end goes too (`delsp=yes`).
@returns Each paragraph on one line; quoted ones keep their marks. Never throws.
*/
export function joinFlowed(text: string, deletesSpace: boolean): string {
	const joined: string[] = [];
	let openDepth = -1;
	for (const line of text.split('\n')) {
		const marks = /^>*/.exec(line)?.[0] ?? '';
		const stuffed = line.slice(marks.length);
		const words = stuffed.startsWith(' ') ? stuffed.slice(1) : stuffed;
		const flows = words.endsWith(' ') && words !== '-- ';
		const kept = flows && deletesSpace ? words.slice(0, -1) : words;
		if (marks.length === openDepth && words !== '-- ') joined[joined.length - 1] += kept;
		else joined.push(marks === '' ? kept : `${marks} ${kept}`);
		openDepth = flows ? marks.length : -1;
	}
	return joined.join('\n');
}
