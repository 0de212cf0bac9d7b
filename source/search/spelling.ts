/**
Spelling with its case: what a word with a capital letter in the query is compared with.
*/
import {fold} from '../text/words.ts';

const character = /\P{M}\p{M}*/gu;
const capital = /[\p{Lu}\p{Lt}]/u;

/** `fold`, with capital letters kept: `Café` is `Cafe`, `ÉTÉ` is `ETE`. Never throws. */
export function keepCase(text: string): string {
	if (!capital.test(text)) return fold(text);
	return text.replace(character, source => {
		const folded = fold(source);
		return capital.test(source) ? folded.toUpperCase() : folded;
	});
}

/** Whether case counts in a word of the query: once it has a capital letter. Never throws. */
export function hasCapital(text: string): boolean {
	return capital.test(text);
}
