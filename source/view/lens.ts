/**
Lenses: parts of a conversation that can be looked at alone.
*/
import type {Dump} from '../thread/dump.ts';
import type {PostId} from '../thread/post.ts';
import type {Forest} from './forest.ts';

export type Lens =
	/** What two people said to each other. */
	| {readonly type: 'conversation'; readonly people: readonly [string, string]}
	/** From the first post that led to a post down to it. */
	| {readonly type: 'chain'; readonly post: PostId}
	/** A post and all that came of it. */
	| {readonly type: 'offspring'; readonly post: PostId};

/** @returns Whether the post at an index is seen through the lens. */
export function lensFilter(lens: Lens, dump: Dump, forest: Forest): (index: number) => boolean {
	switch (lens.type) {
		case 'chain': {
			const chain = new Set<number>();
			for (let at = dump.indexOf(lens.post); at !== -1 && !chain.has(at); at = forest.parent[at] ?? -1) chain.add(at);
			return index => chain.has(index);
		}
		case 'offspring': {
			const root = dump.indexOf(lens.post);
			const first = forest.position[root] ?? -1;
			const last = first + (forest.descendants[root] ?? 0);
			return index => {
				const position = forest.position[index] ?? -1;
				return position >= first && position <= last;
			};
		}
		case 'conversation': {
			const [one, other] = lens.people;
			const seen = new Set<number>();
			dump.posts.forEach((post, index) => {
				const above = forest.parent[index] ?? -1;
				const names = [post.author, dump.posts[above]?.author];
				if (above === -1 || !names.includes(one) || !names.includes(other)) return;
				seen.add(index);
				seen.add(above);
			});
			return index => seen.has(index);
		}
	}
}

/** A lens in words, for the list's title. */
export function lensLabel(lens: Lens, nameOf: (post: PostId) => string): string {
	switch (lens.type) {
		case 'conversation':
			return `${lens.people[0]} and ${lens.people[1]}`;
		case 'chain':
			return `what led to ${nameOf(lens.post)}`;
		case 'offspring':
			return `what came of ${nameOf(lens.post)}`;
	}
}
