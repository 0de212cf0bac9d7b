/**
Inferred authors: who a later quote says wrote a post that names nobody.

The words must stand in that post alone, exactly, and be long enough not to be chance. Two
quotes that say different names say nothing.
*/
import type {PostId} from './post.ts';

export type InferredAuthor = {
	/** As the quote writes it. */
	readonly name: string;
	/** The first post whose quote says so. */
	readonly from: PostId;
};

export type InferredAuthors = {
	/** Note that a post's quote gives the words of another to somebody. */
	readonly claim: (post: PostId, name: string, from: PostId) => void;
	/** What all quotes agree on, or `null`. */
	readonly of: (post: PostId) => InferredAuthor | null;
};

/** A quote of fewer words may be chance. */
export const claimWords = 6;

/** @returns No claims yet. Never throws. */
export function createInferredAuthors(): InferredAuthors {
	const claims = new Map<PostId, InferredAuthor | 'disputed'>();
	return {
		claim: (post, name, from) => {
			const known = claims.get(post);
			if (known === undefined) claims.set(post, {name, from});
			else if (known !== 'disputed' && known.name.toLowerCase() !== name.toLowerCase()) claims.set(post, 'disputed');
		},
		of: post => {
			const known = claims.get(post);
			return known === undefined || known === 'disputed' ? null : known;
		},
	};
}
