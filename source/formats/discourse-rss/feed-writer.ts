/**
Feed writers: who makes posts of the items of a feed. They are shown as they come, the newest first as a rule, and
written in their order once all are there.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import type {FeedFacts} from './feed-reader.ts';

export type FeedWriter = {
	/** Show an item. @param channel - What the feed has said of itself so far. */
	readonly item: (facts: FeedFacts, channel: FeedFacts, line: number, isCut: boolean) => void;
	/** Write all items, in their order, into a builder that has forgotten what was shown. */
	readonly write: (channel: FeedFacts) => Iterable<void>;
};

/** Posts written between two breaths. */
export const stride = 64;

export function warn(builder: DumpBuilder, message: string, post: string | null = null): void {
	builder.problem({level: 'warning', line: null, post, message});
}
