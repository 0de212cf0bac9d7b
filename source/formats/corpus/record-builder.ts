/**
The builder that a record of a corpus is read into: its posts go into the dump of the whole corpus,
as a topic of their own, with ids that begin with the record's number.
*/
import {DumpBuilder, type Problem} from '../../thread/dump.ts';
import type {Post, PostDraft, PostId} from '../../thread/post.ts';

type Head = {readonly title: string | null; readonly url: string | null; readonly source: string | null};

export class RecordBuilder extends DumpBuilder {
	readonly #corpus: DumpBuilder;
	readonly #tell: (problem: Problem) => void;
	readonly #number: number;
	/** Where the record stands in the corpus; lines within it are nobody's. */
	readonly #line: number | null;
	#count = 0;
	#facts: Head = {title: null, url: null, source: null};

	/**
	@param tell - Takes the problems of the record.
	@param number - Of the record, from 1.
	*/
	constructor(corpus: DumpBuilder, tell: (problem: Problem) => void, number: number, line: number | null) {
		super('', () => []);
		this.#corpus = corpus;
		this.#tell = tell;
		this.#number = number;
		this.#line = line;
	}

	override get count(): number {
		return this.#count;
	}

	/** What the record's text says of itself. */
	get facts(): Head {
		return this.#facts;
	}

	override head(facts: Partial<Head>): void {
		this.#facts = {...this.#facts, ...facts};
	}

	override topic(id: string, facts: {readonly title?: string | null; readonly url?: string | null}): void {
		this.#corpus.topic(this.#topicId(id), facts);
	}

	override add(draft: PostDraft): Post {
		this.#count++;
		const post = this.#corpus.add({...draft, ...this.#placed(draft), id: this.#postId(draft.id), line: this.#line});
		// Its parser knows it by its own id.
		return {...post, id: post.id.slice(this.#postId('').length)};
	}

	override revise(id: PostId, facts: Parameters<DumpBuilder['revise']>[1]): boolean {
		return this.#corpus.revise(this.#postId(id), {...facts, ...this.#moved(facts)});
	}

	override mark(): () => void {
		const goBack = this.#corpus.mark();
		const [count, facts] = [this.#count, this.#facts];
		return () => {
			goBack();
			this.#count = count;
			this.#facts = facts;
		};
	}

	override problem({level, post, message}: Problem): void {
		this.#tell({level, line: this.#line, post: post === null ? null : this.#postId(post), message});
	}

	#placed({topic, parent}: Pick<PostDraft, 'topic' | 'parent'>): {topic: string; parent: PostId | null} {
		return {topic: this.#topicId(topic ?? '1'), parent: parent ? this.#postId(parent) : null};
	}

	#moved({topic, parent}: Parameters<DumpBuilder['revise']>[1]): {topic?: string; parent?: PostId | null} {
		return {
			...(topic === undefined ? {} : {topic: this.#topicId(topic)}),
			...(parent === undefined ? {} : {parent: parent === null ? null : this.#postId(parent)}),
		};
	}

	#postId(id: PostId): PostId {
		return `${this.#number}/${id}`;
	}

	/** The topic that most texts have alone is the record itself. */
	#topicId(id: string): string {
		return id === '1' ? String(this.#number) : `${this.#number}/${id}`;
	}
}
