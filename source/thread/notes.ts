/**
Notes: what has been found out about the posts read so far.

Posts are positions in the dump, and what is noted of each stands in columns: there may be a million of them. What
only helps to find more is forgotten when there is no more to read.
*/
import {AlignedTexts} from './aligned-texts.ts';
import {Backlinks} from './backlinks.ts';
import {Column} from './column.ts';
import {FoundSources} from './found-sources.ts';
import {createInferredAuthors} from './inferred-authors.ts';
import type {Evidence} from './parents.ts';
import {createPassageIndex} from './passage-index.ts';
import type {Post, PostId} from './post.ts';
import {createPostRegister} from './post-register.ts';
import {createRelated} from './related.ts';
import {createRepeatFinder, type Repeat} from './repeats.ts';
import {createSourceFinder, type Source} from './sources.ts';

export type Notes = ReturnType<typeof createNotes>;

/** @returns Notes of no post. */
export function createNotes() {
	const register = createPostRegister();
	const passages = createPassageIndex();
	const related = createRelated();
	const texts = new AlignedTexts();
	const parts = {register, passages, related, texts};
	let glimpse: {readonly post: Post; readonly covered: number; readonly sources: readonly (Source | null)[]} | null =
		null;
	return {
		...parts,
		covered: 0,
		/** There is no more to read: what only helps to find more can go. */
		rest: () => {
			texts.forget();
			passages.forget();
		},
		/** Whether any post read so far holds a quote. If so, repeats prove nothing. */
		hasQuotes: false,
		findSource: createSourceFinder(parts),
		findRepeats: createRepeatFinder(parts),
		/** For posts with quotes: the source of each. */
		sources: new FoundSources(),
		/** Found before the first quote was met. */
		repeats: new Map<PostId, readonly Repeat[]>(),
		evidence: new FoundEvidence(),
		quotedBy: new Backlinks(),
		repeatedBy: new Backlinks(),
		/** Posts that answer another on some evidence; on the best that there is, not all of them do. */
		mayAnswer: new Backlinks(),
		/** The same where the dump names a post that was not in it when they were read. */
		mayAnswerAbsent: new Map<PostId, number[]>(),
		authors: createInferredAuthors(),
		/** What was found last for a post not read yet, while no more has been read. */
		glimpse: (post: Post, covered: number) =>
			glimpse?.post === post && glimpse.covered === covered ? glimpse.sources : null,
		glimpsed: (post: Post, covered: number, sources: readonly (Source | null)[]) => {
			glimpse = {post, covered, sources};
		},
	};
}

/** What speaks for the parents of posts, four numbers a post: positions, plus one. */
class FoundEvidence {
	readonly #cells = new Column();

	set(post: number, {quote, repeat, mention, likely}: Evidence): void {
		if (quote !== -1) this.#cells.set(post * 4, quote + 1);
		if (repeat !== -1) this.#cells.set(post * 4 + 1, repeat + 1);
		if (mention !== -1) this.#cells.set(post * 4 + 2, mention + 1);
		if (likely !== -1) this.#cells.set(post * 4 + 3, likely + 1);
	}

	of(post: number): Evidence {
		const found = (at: number) => this.#cells.at(post * 4 + at) - 1;
		return {quote: found(0), repeat: found(1), mention: found(2), likely: found(3)};
	}
}
