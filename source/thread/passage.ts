/**
Passages: the words of a quote that tell where they come from.

What lists and programs put below every message is quoted along with its words, and stands below many posts.
*/

/** The rule above a list's footer, and what such a footer speaks of. */
const rule = /^[-_.=*+]{20,}\s*$/;
const listWords = /mailing list|unsubscribe|listinfo|mailman|mailto:|\/lists?[./]/i;
const mostLines = 8;
/** What Mailman leaves of an attachment, and what this program writes for one. */
const nextPart = /^-{14} next part -{14}$/;
const attachment = /^\[attachment: .*\]$/;

/** @returns The line behind the footer of a mailing list that begins at a line, or `null` if none does. */
export function footerEnd(lines: readonly string[], start: number): number | null {
	if (!rule.test(lines[start] ?? '')) return null;
	let end = start + 1;
	while (
		end < lines.length &&
		end < start + mostLines &&
		lines[end]?.trim() !== '' &&
		!nextPart.test(lines[end] ?? '')
	) {
		end++;
	}
	return listWords.test(lines.slice(start + 1, end).join(' ')) ? end : null;
}

/** @returns A quote's text without footers and attachments, on lines of their own. Never throws. */
export function passage(text: string): string {
	if (!/^(?:[-_.=*+]{20}|\[attachment: )/m.test(text)) return text;
	const lines = text.split('\n');
	const kept: string[] = [];
	for (let at = 0; at < lines.length; ) {
		const line = lines[at] ?? '';
		const end = attachment.test(line) ? at + 1 : footerEnd(lines, at);
		if (end === null) kept.push(line);
		at = end ?? at + 1;
	}
	return kept.join('\n');
}
