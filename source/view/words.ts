/**
Words of our own that the screen says in many places: dates, counts, kinds.
*/
import {shortCodes} from '../text/emoji.ts';
import type {Post} from '../thread/post.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
A date as people read it: `3 May 2024`, and with its time `3 May 2024 09:14`.

@param iso - As the dump states it; its time is not moved to another zone.
@param withTime - Whether the time is wanted where there is one.
*/
export function dateLabel(iso: string, withTime = false): string {
	const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?/.exec(iso);
	if (match === null) return iso;
	const [, year, month, day, time] = match;
	const date = [
		day === undefined ? '' : String(Number(day)),
		month === undefined ? '' : (months[Number(month) - 1] ?? month),
		year,
	];
	const label = date.filter(Boolean).join(' ');
	return withTime && time !== undefined ? `${label} ${time}` : label;
}

/** `1 post`, `1 200 posts`. */
export function countLabel(count: number, one: string, many = `${one}s`): string {
	return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** Digits in groups of three, parted by a narrow blank that every terminal draws. */
export function grouped(count: number): string {
	return String(count).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/**
A count in at most five cells, for columns: `9999`, `216k`, `1.2M`, `-42`.

@param count - A whole number, below a thousand millions.
*/
export function shortCount(count: number): string {
	const size = Math.abs(count);
	if (size < 10_000) return String(count);
	if (size < 999_500) return `${Math.round(count / 1000)}k`;
	const millions = (count / 1e6).toFixed(size < 9_950_000 ? 1 : 0);
	return `${millions.replace(/\.0$/, '')}M`;
}

/** What stands for a post that has no words of its own; `null` for ordinary posts. */
export function kindLabel(post: Post): string | null {
	switch (post.kind) {
		case 'post':
			return null;
		case 'action':
			return post.action ?? 'changed by a moderator';
		case 'hidden':
			return 'hidden';
		case 'deleted':
			return 'deleted';
		case 'missing':
			return post.count === null ? 'posts missing' : `${countLabel(post.count, 'post')} missing`;
	}
}

/** A text on one line, its short codes as emoji. */
export function oneLine(text: string): string {
	let shown = '';
	let at = 0;
	for (const code of text.includes(':') ? shortCodes(text) : []) {
		shown += text.slice(at, code.start) + code.emoji;
		at = code.end;
	}
	return (shown + text.slice(at)).replace(/\s+/g, ' ');
}
