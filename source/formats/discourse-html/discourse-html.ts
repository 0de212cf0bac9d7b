/**
The format `discourse-html`: pages of a Discourse thread, of every age of its templates, as
crawlers, printers and browsers without JavaScript get them, and pages saved from a browser.
*/
import {goesOn} from '../../thread/absent-numbers.ts';
import type {Format, Sample} from '../format.ts';
import {createGuard} from './guard.ts';
import {PageReader} from './page-reader.ts';
import {readPreloaded} from './preloaded.ts';
import {TopicWriter} from './topic-writer.ts';

export const discourseHtml: Format = {
	name: 'discourse-html',
	title: 'a page of a Discourse thread: for crawlers, printed, or saved',
	detect,
	parse(builder) {
		const writer = new TopicWriter(builder);
		let isPreloaded = false;
		const page = new PageReader(writer, {
			plainPart: () => writer.hold(),
			data(json, line) {
				const result = readPreloaded(json, builder);
				if (result === 'posts') {
					isPreloaded = true;
					writer.told();
				} else if (result === 'broken') {
					writer.warn(
						'the data of this page is broken: its plain part is read, which does not say who answers whom',
						line,
					);
				}
			},
		});

		const guarded = createGuard(() => writer.lose('the rest of this page cannot be read', null));

		return {
			push: chunk => guarded(() => page.push(chunk)),
			end() {
				guarded(() => page.end());
				writer.release();
				if (page.nextPage !== null && !isPreloaded) {
					writer.warn(goesOn, page.nextPage);
				}
				if (builder.count === 0) writer.lose('there is no post in this page', null);
			},
		};
	},
};

const beginning = /^\s*<(?:!--|(?:!doctype|\?xml|html|head|body|meta|div|main|noscript|section|h[12])\b)/i;

/** Each template marks its posts in a way of its own; all patterns of a row must be found. */
const marks: readonly (readonly RegExp[])[] = [
	[/<div[^<>]{0,250}\bcrawler-post['"\s]/],
	[/\sdata-preloaded=["']/],
	[/class=['"]?creator['"]?/, /itemprop=['"](?:articleBody|position)['"]/],
	[/class=['"]?creator['"]?/, /— #\d+\s*<\/div>\s*<div class=['"]post['"]/],
	[/class=['"]?creator['"]?>\s*#\d+ By: <b>/],
];

/** A page whose posts stand behind the sample is told by the program that made it. */
const generators: readonly RegExp[] = [
	/<meta[^<>]{0,250}name=['"]generator['"][^<>]{0,250}content=['"]Discourse /,
	/<meta[^<>]{0,250}content=['"]Discourse [^<>]{0,250}name=['"]generator['"]/,
];

function detect({text}: Sample): number {
	if (!beginning.test(text)) return 0;
	if (marks.some(patterns => patterns.every(pattern => pattern.test(text)))) return 0.97;
	return generators.some(generator => generator.test(text)) ? 0.9 : 0;
}
