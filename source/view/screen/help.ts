/**
The help: every command with its keys, by group, read from the command table.
*/
import {type Row, rowWidth, type Span, span} from '../../layout/span.ts';
import {type CommandId, commandIds, commands, groups, keyLabel} from '../commands.ts';
import type {Model} from '../model.ts';

/** Cells between a column of the help and the next. */
const gap = 3;

/**
@param width - Cells; two columns are made where both have room.
@returns All rows of the help, however many the screen shows.
*/
export function helpRows(model: Model, width: number): readonly Row[] {
	const keysOf = (id: CommandId) => model.keymap.keysOf(id).map(key => keyLabel(key, model.glyphs));
	const blocks = groups.map(group => {
		const ids = commandIds.filter(id => commands[id].group === group && model.keymap.keysOf(id).length > 0);
		const keys = new Map(ids.map(id => [id, keysOf(id).join(' ')]));
		const keyWidth = Math.max(...[...keys.values()].map(text => span(text).width));
		const heading: Row = [span(group, {tone: 'heading', bold: true})];
		const lines: Row[] = ids.map(id => {
			const label = span(keys.get(id) ?? '', {tone: 'key', bold: true});
			return [span('  '), label, span(' '.repeat(keyWidth - label.width + 2)), span(commands[id].help)];
		});
		return [heading, ...lines, []];
	});
	const widest = Math.max(...blocks.flat().map(rowWidth));
	if (width < widest * 2 + gap) return blocks.flat();
	const total = blocks.reduce((sum, block) => sum + block.length, 0);
	const left: Row[] = [];
	const right: Row[] = [];
	for (const block of blocks) (left.length + block.length <= total / 2 + 6 ? left : right).push(...block);
	return Array.from({length: Math.max(left.length, right.length)}, (_, row): Row => {
		const first = left[row] ?? [];
		const blank: Span = span(' '.repeat(widest - rowWidth(first) + gap));
		return [...first, blank, ...(right[row] ?? [])];
	});
}
