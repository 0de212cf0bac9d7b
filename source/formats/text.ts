/**
The format `text`: the last resort. Anything that is text can be read as paragraphs,
each a post of its own, and the dump says that this is a guess.
*/
import type {Format} from './format.ts';
import {readLines} from './lines.ts';

/** A paragraph longer than this is cut, in UTF-16 units. */
const longestParagraph = 1 << 22;

export const text: Format = {
	name: 'text',
	title: 'any text: its paragraphs as posts',
	detect: sample => (sample.text.trim() === '' ? 0 : 0.01),
	parse(builder) {
		let paragraph: string[] = [];
		let units = 0;
		let firstLine = 0;

		function finish(): void {
			if (paragraph.length === 0) return;
			const number = builder.count + 1;
			builder.add({
				id: String(number),
				number,
				line: firstLine,
				markup: 'plain',
				verbatim: true,
				raw: paragraph.join('\n'),
			});
			paragraph = [];
			units = 0;
		}

		return readLines({
			line(line, at) {
				if (line.trim() === '') {
					finish();
					return;
				}
				if (units + line.length > longestParagraph) finish();
				if (paragraph.length === 0) firstLine = at;
				paragraph.push(line);
				units += line.length;
			},
			end() {
				finish();
				const message = 'no known kind of dump: each paragraph is shown as a post';
				builder.problem({level: 'warning', line: null, post: null, message});
			},
		});
	},
};
