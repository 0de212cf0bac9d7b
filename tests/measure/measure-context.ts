/**
Prints how well the context restores what Discourse JSON states, when that is hidden.

    npm run measure:context -- [--verbose] FILES
*/
import {readTruth} from './discourse-truth.ts';
import {type Score, scoreContext} from './score-context.ts';

const args = process.argv.slice(2);
const isVerbose = args.includes('--verbose');
const posts = await readTruth(args.filter(arg => !arg.startsWith('--')));

for (const names of ['kept', 'hidden'] as const) {
	const scores = scoreContext(
		posts,
		names,
		post => [post.file, Number(post.topic) % 2 === 0 ? 'topics of even id' : 'topics of odd id', 'all'],
		isVerbose ? console.log : undefined,
	);
	console.log(`\n# The authors that quotes name are ${names}\n`);
	table(
		['quotes', 'words here', 'found', 'right', 'strictly'],
		scores,
		({stated, quotes, found, right, strictlyRight}) => [
			String(stated),
			String(quotes),
			share(found, quotes),
			share(right, found),
			share(strictlyRight, found),
		],
	);
	if (names === 'hidden') continue;
	table(
		['plain', 'likely', 'right', '@name right', 'quoting', 'quote right'],
		scores,
		({plain, likely, likelyRight, mention, mentionRight, quoting, quote, quoteRight}) => [
			String(plain),
			share(likely, plain),
			share(likelyRight, likely),
			`${mentionRight}/${mention}`,
			String(quoting),
			share(quoteRight, quote),
		],
	);
	table(
		['no parent', 'by quote', 'by @name', 'likely'],
		scores,
		({parentless, parentlessQuote, parentlessMention, parentlessLikely}) =>
			[parentless, parentlessQuote, parentlessMention, parentlessLikely].map(String),
	);
}

console.log(`
quotes      state an earlier post of their topic that is in the files
words here  the stated post shows most of their words, or an earlier one holds all of them
right       the stated post, or an earlier one that holds the words verbatim; strictly: the stated one
plain       posts that state a parent that is in the files, and quote nothing; given a likely one, and that right
no parent   posts that state none, and how many of them were given one, on what basis`);

function table(
	heads: readonly string[],
	scores: ReadonlyMap<string, Score>,
	cells: (score: Score) => readonly string[],
) {
	console.log(row('', heads));
	for (const [group, score] of [...scores].sort(([a], [b]) => rank(a) - rank(b))) console.log(row(group, cells(score)));
	console.log();
}

/** Files first, then what they are taken together. */
function rank(group: string): number {
	return ['topics of even id', 'topics of odd id', 'all'].indexOf(group);
}

function row(head: string, cells: readonly string[]): string {
	return `${head.slice(0, 40).padEnd(40)}${cells.map(cell => cell.padStart(17)).join('')}`;
}

function share(part: number, whole: number): string {
	return whole === 0 ? '-' : `${part}/${whole} ${((100 * part) / whole).toFixed(1)}%`;
}
