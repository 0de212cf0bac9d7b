/**
Credits: who wrote a post, and what else the line says that names them.

Pages since 2014 mark the facts up and leave a display name and the label of a small action
to be told; the plain page and the oldest ones (views/topics/plain.html.erb and show.html.erb
of Discourse) have only this line.
*/
import {readEndingDate} from '../discourse-text/dates.ts';

export type Credit = {
	readonly name: string | null;
	readonly action: string | null;
	readonly date: string | null;
	readonly number: number | null;
};

const none: Credit = {name: null, action: null, date: null, number: null};
const plain = /^(?:\((.*)\)\s*)?at (.{8,60}?) — #(\d{1,9})$/u;
const oldest = /^#(\d{1,9}) By:\s*,\s*(.{8,60})$/;
const marked = /^(?:\((.*)\)\s*)?([^()]*)$/u;
const longest = 1000;

/**
Read a credit.

@param text - The words of the line without the author and what is marked up: `(Ada L.) Closed`.
@returns What it says. Never throws.
*/
export function readCredit(text: string): Credit {
	const line = text.replace(/\s+/g, ' ').trim();
	if (line === '' || line.length > longest) return none;
	const old = oldest.exec(line);
	if (old !== null) return {...none, number: Number(old[1]), date: readLongDate(old[2] ?? '')};
	const bare = plain.exec(line);
	if (bare !== null)
		return {...none, name: bare[1]?.trim() || null, date: readLongDate(bare[2] ?? ''), number: Number(bare[3])};
	const [, name, action] = marked.exec(line) ?? [];
	return {...none, name: name?.trim() || null, action: action?.trim() || null};
}

/** A date as Rails writes it (`long_ordinal`): `May 3rd, 2013 18:21`, without a zone. */
export function readLongDate(text: string): string | null {
	return readEndingDate(text.replace(/(\d)(?:st|nd|rd|th)\b/, '$1').trim())?.date ?? null;
}

/** An ISO date with a time as an attribute states it, or `null`. */
export function readIsoDate(value: string | undefined): string | null {
	return value !== undefined && /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?$/.test(value)
		? value
		: null;
}
