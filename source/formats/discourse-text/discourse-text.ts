/**
The format `discourse-text`: the text that web crawls keep of a Discourse thread.

Discourse serves crawlers a plain page of 20 posts; extractors turn it into text and
keep more or less of the heads. So there are layouts with names and dates, with numbers
only, and with nothing but the likes lines of the posts that somebody liked.
*/
import type {Format, Parser, Sample} from '../format.ts';
import {readLines} from '../lines.ts';
import {readLayout, tellLayout} from './layout.ts';

/** The layout is told from so much of the beginning, in UTF-16 units. */
const beginningUnits = 1 << 16;

/** How sure a layout must be to be told from less, while a pipe rests. */
const sureLayout = 0.9;

export const discourseText: Format = {
	name: 'discourse-text',
	title: 'the text of a Discourse thread as web crawls keep it',
	detect,
	parse(builder) {
		let beginning = '';
		let lines: Parser | null = null;

		function start(whole: boolean): Parser {
			const started = readLines(readLayout(tellLayout(beginning.slice(0, beginningUnits), whole), builder));
			started.push(beginning);
			beginning = '';
			lines = started;
			return started;
		}

		return {
			push(chunk) {
				if (lines !== null) {
					lines.push(chunk);
					return;
				}
				beginning += chunk;
				if (beginning.length >= beginningUnits) start(false);
			},
			rest() {
				if (lines !== null) return;
				// Whether likes are printed decides what a post without them means.
				const {sureness, likesPrinted} = tellLayout(beginning, false);
				if (likesPrinted && sureness >= sureLayout) start(false);
			},
			end: () => (lines ?? start(true)).end(),
		};
	},
};

/** HTML, XML and JSON can hold the lines of this format, but are others. */
const otherOpening = /^\s*(?:<(?:!doctype|!--|\?xml|html|head|body|div|rss|feed)\b|[{[]\s*["{[\]}])/i;

function detect({text, whole}: Sample): number {
	return otherOpening.test(text.slice(0, 200)) ? 0 : tellLayout(text, whole).sureness;
}
