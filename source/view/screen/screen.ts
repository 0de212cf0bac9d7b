/**
The screen: the whole of it, as rows exactly as wide as the terminal.
*/
import {drawBox} from '../../layout/box.ts';
import {type PaneName, type Rect, type Size, smallest} from '../../layout/panes.ts';
import {fitRow, ground, type Row, rowWidth, type ScreenRow, span, spreadRow} from '../../layout/span.ts';
import {commands, keyLabel} from '../commands.ts';
import {lineText} from '../line-editor.ts';
import {type Model, panesOf} from '../model.ts';
import {paletteChoices} from '../prompt.ts';
import {saveLabel, wantedFile} from '../save.ts';
import type {Prompt} from '../state.ts';
import {contextPane} from './context-pane.ts';
import {footer, hitCount} from './footer.ts';
import {header} from './header.ts';
import {listPane} from './list-pane.ts';
import {overlayRows} from './overlay.ts';
import {postPane} from './post-pane.ts';

export type Screen = {
	/** Every row but the prompt's; each exactly as wide as the screen. What a pane shows again may be the same object. */
	readonly rows: readonly ScreenRow[];
	/** The last row while something is typed: its parts, for the text input to stand between. */
	readonly prompt: PromptRow | null;
};

export type PromptRow = {
	readonly label: Row;
	readonly before: string;
	readonly after: string;
	/** Set at the row's end where it fits. */
	readonly note: Row;
	readonly revision: number;
	/** Cells for the words typed. */
	readonly columns: number;
};

/** Derive the screen. Pure; works at any size, down to nothing. */
export function screen(model: Model): Screen {
	const {size} = model.state;
	const all = panesOf(model);
	if (all.arrangement === 'small') return {rows: tooSmall(size).map(alone), prompt: null};
	const {overlay, prompt} = model.state;
	const body = overlay === null ? withPalette(model, paneRows(model)) : overlayRows(model, overlay).map(alone);
	const row = prompt === null ? null : promptRow(model, prompt);
	const top = alone(header(model));
	return {rows: row === null ? [top, ...body, alone(footer(model))] : [top, ...body], prompt: row};
}

/** A row that has the screen's width for itself. */
function alone(row: Row): ScreenRow {
	return [{column: 0, row}];
}

function tooSmall(size: Size): readonly Row[] {
	const text = `too small: ${smallest.columns}x${smallest.rows} is the least`;
	return Array.from({length: Math.max(0, size.rows)}, (_, row) => fitRow(row === 0 ? [span(text)] : [], size.columns));
}

const drawers: Readonly<Record<PaneName, (model: Model, rect: Rect) => readonly Row[]>> = {
	list: listPane,
	post: postPane,
	context: contextPane,
};

/** The panes put together, row by row from left to right. */
function paneRows(model: Model): readonly ScreenRow[] {
	const all = panesOf(model);
	const names = ['list', 'post', 'context'] as const;
	const drawn = names
		.flatMap(name => {
			const rect = all[name];
			return rect === null ? [] : [{rect, rows: drawers[name](model, rect)}];
		})
		.sort((a, b) => a.rect.column - b.rect.column);
	return Array.from({length: model.state.size.rows - 2}, (_, index) =>
		drawn.flatMap(({rect, rows}) => {
			const row = rows[index + 1 - rect.row];
			return row === undefined ? [] : [{column: rect.column, row}];
		}),
	);
}

/** The palette's commands, laid over the lower rows of the panes. */
function withPalette(model: Model, rows: readonly ScreenRow[]): readonly ScreenRow[] {
	const {prompt, size} = model.state;
	if (prompt?.kind !== 'command') return rows;
	const wanted = wantedFile(lineText(prompt.line));
	const choices = wanted === null ? paletteChoices(model, prompt) : [];
	const height = Math.min(rows.length, Math.max(3, Math.min(14, choices.length + 2)));
	const inner = height - 2;
	const first = Math.max(0, Math.min(prompt.chosen - Math.floor(inner / 2), choices.length - inner));
	const lines = choices.slice(first, first + inner).map((id, index): Row => {
		const chosen = first + index === prompt.chosen;
		const keys = model.keymap
			.keysOf(id)
			.map(key => keyLabel(key, model.glyphs))
			.join(' ');
		const name: Row = [span(chosen ? `${model.glyphs.cursor} ` : '  ', 'accent'), span(commands[id].help)];
		const line = spreadRow(
			name,
			[span(keys, {tone: 'key', bold: true}), span(' ')],
			size.columns - 2,
			model.glyphs.ellipsis,
		);
		return chosen ? ground(line, 'cursor', true) : line;
	});
	const empty: Row[] = [[wanted === null ? span('  no such command', 'faint') : span(`  ${saveLabel(model, wanted)}`)]];
	const box = drawBox(
		{
			size: {columns: size.columns, rows: height},
			title: [span('commands', 'border-focus')],
			focused: true,
			rows: lines.length > 0 ? lines : empty,
		},
		model.glyphs,
	);
	return [...rows.slice(0, rows.length - height), ...box.map(alone)];
}

const whatToType: Readonly<Record<Prompt['kind'], string>> = {
	search: "fuzzy  'exact  !not  author:  quote:  text:",
	command: 'a command, or a post number',
	shell: 'a shell command that reads the post',
};

function promptRow(model: Model, prompt: Prompt): PromptRow {
	const {columns} = model.state.size;
	const mode = model.state.search?.mode ?? 'fuzzy';
	const slash = mode === 'fuzzy' ? ' / ' : ` ${mode} / `;
	const sign = {search: slash, command: ' : ', shell: ' | '}[prompt.kind];
	const label: Row = [span(sign, {tone: 'key', bold: true})];
	const count = prompt.kind === 'search' && lineText(prompt.line).trim() !== '' ? hitCount(model) : '';
	const empty = whatToType[prompt.kind];
	const note: Row =
		count !== '' ? [span(`${count} `, 'accent')] : lineText(prompt.line) === '' ? [span(`${empty} `, 'faint')] : [];
	const {before, after} = prompt.line;
	const {completion} = prompt;
	const ways: Row =
		completion === null || completion.texts.length < 2
			? []
			: [span(`Tab ${completion.index + 1}/${completion.texts.length}  `, 'faint')];
	return {
		label,
		before,
		after,
		note: [...ways, ...note],
		revision: prompt.revision,
		columns: Math.max(1, columns - rowWidth(label)),
	};
}
