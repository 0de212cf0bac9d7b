/**
The topic writer: the posts of a page in order, with what is missing between and behind them.

A saved page says everything twice: as plain markup for whoever has no JavaScript, and as
data, which also says who answers whom. So its posts can be held back until the data has come.
*/
import type {DumpBuilder} from '../../thread/dump.ts';
import {createNumbers, type Numbers} from '../numbers.ts';
import {kindOfBody, readSource} from './notices.ts';

export type PagePost = {
	readonly number: number | null;
	readonly author: string | null;
	readonly name: string | null;
	readonly action: string | null;
	readonly date: string | null;
	readonly edited: string | null;
	readonly accepted: boolean;
	readonly likes: number | null;
	readonly line: number;
	/** The cooked body; `null` if the page ends before it. */
	readonly body: string | null;
	/** What is wrong with it, in words. */
	readonly problem: string | null;
};

export class TopicWriter {
	readonly #builder: DumpBuilder;
	/** The topics so far, in their order. */
	readonly #topics: string[] = [];
	#topic: string | null = null;
	#held: PagePost[] | null = null;
	/** Whether the page's own data has told of its posts. */
	#isTold = false;
	readonly #numbers: Numbers;
	#url: string | null = null;
	#unnumbered = 0;
	#titleRank = 0;

	constructor(builder: DumpBuilder) {
		this.#builder = builder;
		this.#numbers = createNumbers(builder);
	}

	/** Another page begins, of the same topic or of another. */
	page(): void {
		this.release();
		this.#isTold = false;
		this.#topic = null;
		this.#url = null;
		this.#titleRank = 0;
	}

	/** @param rank - How much this place is worth for a title: a better one replaces it. */
	title(title: string, rank: number): void {
		if (title.trim() === '' || rank <= this.#titleRank) return;
		this.#titleRank = rank;
		this.#say({title});
	}

	/** An address of the thread, or of a page or a post of it, whole or relative to its site. */
	address(address: string): void {
		const match = /^(https?:\/\/[^/\s]+)?(?:\/[^?#\s]*?)?\/t\/(?:(?!\d+\/)[^/?#\s]+\/)?(\d+)(?=[/?#]|$)/i.exec(address);
		const topic = match?.[2];
		if (match === null || topic === undefined) return;
		if (this.#topic === null) this.#begin(topic);
		if (match[1] === undefined || topic !== this.#topic) return;
		this.#url = match[0];
		this.#say({url: match[0]});
	}

	/** Hold posts back from now on. */
	hold(): void {
		this.release();
		this.#held = [];
	}

	/** Write the posts held back. */
	release(): void {
		const held = this.#held ?? [];
		this.#held = null;
		for (const post of held) this.#write(post);
	}

	/**
	The page's own data has told of its posts: forget those held back and those to come. Its address it need not
	have told.
	*/
	told(): void {
		this.#held = null;
		this.#isTold = true;
		if (this.#url !== null) this.#say({url: this.#url});
	}

	add(post: PagePost): void {
		if (this.#isTold) return;
		if (this.#held !== null) this.#held.push(post);
		else this.#write(post);
	}

	warn(message: string, line: number | null, post: string | null = null): void {
		this.#builder.problem({level: 'warning', line, post, message});
	}

	lose(message: string, line: number | null, post: string | null = null): void {
		this.#builder.problem({level: 'error', line, post, message});
	}

	#begin(topic: string): void {
		this.#topic = topic;
		if (this.#topics.includes(topic)) return;
		this.#topics.push(topic);
		this.#numbers.restart();
	}

	/** A dump of several topics has no title of its own. */
	#say(facts: {readonly title?: string; readonly url?: string}): void {
		if (this.#topic !== null) this.#builder.topic(this.#topic, facts);
		this.#builder.head(this.#topics.length > 1 ? {title: null, url: null} : facts);
	}

	#write(post: PagePost): void {
		const {number, author, name, date, edited, likes, accepted, line, action} = post;
		if (number !== null) this.#numbers.note(number, line);
		const body = post.body ?? '';
		if (this.#builder.count === 0 && (number === 1 || number === null)) {
			const source = readSource(body);
			if (source !== null) this.#builder.head({source});
		}
		const {id} = this.#builder.add({
			id: this.#idOf(number),
			...(this.#topic === null ? {} : {topic: this.#topic}),
			number,
			kind: action === null ? kindOfBody(body) : 'action',
			author,
			name,
			date,
			edited: edited === date ? null : edited,
			...(accepted ? {accepted} : {}),
			likes,
			action,
			line,
			markup: 'html',
			raw: body.trim(),
		});
		if (post.problem !== null) this.lose(post.problem, line, id);
	}

	/** Numbers are unique in a topic only. */
	#idOf(number: number | null): string {
		const name = number === null ? `unnumbered-${++this.#unnumbered}` : String(number);
		return this.#topic === null || this.#topic === this.#topics[0] ? name : `${this.#topic}/${name}`;
	}
}
