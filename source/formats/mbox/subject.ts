/**
Subjects: what they share when one answers the other.
*/

/** What programs of many languages write before the subject of an answer. */
const reply = '(?:re|aw|antw|antwort|sv|vs|rif|ris|r[eé]f|odp|ynt|res|回复|答复|回覆)';
const forward = '(?:fwd?|wg|tr|rv|enc|doorst|转发)';
const count = String.raw`(?:\s?\[\d+\]|\s?\(\d+\)|\^\d+)?`;

/** A prefix, before or behind the names of lists. */
const replyPrefix = new RegExp(String.raw`^((?:\[[^\]]{1,60}\]\s*)*)${reply}${count}\s?[:：]\s*`, 'iu');
const anyPrefix = new RegExp(String.raw`^(?:\[[^\]]{1,60}\]\s*|(?:${reply}|${forward})${count}\s?[:：]\s*)`, 'iu');
const formerSubject = /\s*[([](?:was|war|ehemals|ex|era|fu)\b.*$/i;
/** So much of a subject is compared. */
const longest = 300;

/** @returns Whether a subject says that it answers another. */
export function isReply(subject: string): boolean {
	return replyPrefix.test(subject);
}

/** @returns The subject of the thread: without `Re:`, the names of lists kept. */
export function threadSubject(subject: string): string {
	let rest = subject;
	for (let next = ''; next !== rest; ) {
		next = rest;
		rest = rest.replace(replyPrefix, '$1').trim();
	}
	return rest;
}

/** @returns What two subjects of one thread have in common; empty if nothing is left of it. */
export function subjectKey(subject: string): string {
	let rest = subject.slice(0, longest).trim();
	for (let next = ''; next !== rest; ) {
		next = rest;
		rest = rest.replace(anyPrefix, '');
	}
	return rest.replace(formerSubject, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
