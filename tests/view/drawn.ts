/**
A screen as a test looks at it: every row as one, what the panes show in it behind each other.
*/
import {type Row, rowWidth, type Span} from '../../source/layout/span.ts';
import type {Model} from '../../source/view/model.ts';
import {screen as derived, type PromptRow} from '../../source/view/screen/screen.ts';

/** @throws Where what a pane shows does not begin in the column that it is said to. */
export function screen(model: Model): {readonly rows: readonly Row[]; readonly prompt: PromptRow | null} {
	const {rows, prompt} = derived(model);
	const joined = rows.map((parts, index) => {
		const whole: Span[] = [];
		for (const {column, row} of parts) {
			const end = rowWidth(whole);
			if (column !== end) throw new Error(`row ${index}: what follows column ${end} is set to column ${column}`);
			whole.push(...row);
		}
		return whole;
	});
	return {rows: joined, prompt};
}
