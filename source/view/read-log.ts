/**
The read log: which posts somebody has been at, in this run and in earlier ones.

It grows with every move and is asked at every row, so it is the one thing beside the
state that is changed in place. Posts are told by their index: a dump that has grown since
keeps the posts it had; for one that has changed otherwise there is `moved`.
*/
export class ReadLog {
	readonly #read = new Set<number>();
	/** Posts that are to stay unread: while the reader who said so is at them, and when they have left. */
	readonly #unread = new Map<number, 'here' | 'left'>();
	#visited = false;

	/** Whether there was an earlier visit: only then is an unread post a new one. */
	get visited(): boolean {
		return this.#visited;
	}

	has(index: number): boolean {
		return this.#read.has(index);
	}

	/** Whether a post is worth a sign: new since the last visit, or left unread. */
	isNew(index: number): boolean {
		return (this.#visited && !this.#read.has(index)) || this.#unread.has(index);
	}

	add(index: number): void {
		if (index >= 0) this.#read.add(index);
	}

	/** The reader has left a post: they have read it, unless they said otherwise while they were there. */
	leave(index: number): void {
		if (this.isLeftUnread(index)) {
			this.#unread.set(index, 'left');
			return;
		}
		this.#unread.delete(index);
		this.add(index);
	}

	/** Whether the reader, who is at a post, wants it to stay unread. */
	isLeftUnread(index: number): boolean {
		return this.#unread.get(index) === 'here';
	}

	/** Let the post that the reader is at stay unread when they leave it, or not. */
	leaveUnread(index: number, on: boolean): void {
		if (index < 0) return;
		this.#read.delete(index);
		if (on) this.#unread.set(index, 'here');
		else this.#unread.delete(index);
	}

	/**
	Take up what an earlier run kept.

	@param ranges - As `ranges` gives it: `0-12,15`. What is no range is passed over.
	*/
	load(ranges: string): void {
		this.#visited = true;
		for (const range of ranges.split(',')) {
			const match = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(range);
			if (match === null) continue;
			const last = Number(match[2] ?? match[1]);
			for (let index = Number(match[1]); index <= last; index++) this.#read.add(index);
		}
	}

	/** The same of a dump in which posts have moved. @param to - The index that a post of an index has now, or -1. */
	moved(to: (index: number) => number): ReadLog {
		const log = new ReadLog();
		log.#visited = this.#visited;
		for (const index of this.#read) log.add(to(index));
		for (const [index, since] of this.#unread) if (to(index) !== -1) log.#unread.set(to(index), since);
		return log;
	}

	/** All of it in a short form, for keeping. */
	ranges(): string {
		const indices = [...this.#read].sort((a, b) => a - b);
		const ranges: string[] = [];
		for (let at = 0; at < indices.length; ) {
			const first = indices[at] ?? 0;
			let last = first;
			for (at++; indices[at] === last + 1; at++) last++;
			ranges.push(first === last ? String(first) : `${first}-${last}`);
		}
		return ranges.join(',');
	}
}
