/**
The app: draws the rows that the view says, and the text input in the prompt's row.
*/
import {Box, Text} from 'ink';
import TextInput from 'ink-text-input';
import {createElement, memo, useMemo, useSyncExternalStore} from 'react';
import {cellWidth, clusters, forTerminal} from '../text/cells.ts';
import {type PromptRow, screen} from '../view/screen/screen.ts';
import type {Store} from '../view/store.ts';
import {createPainter, paint} from './paint.ts';
import type {Theme} from './theme.ts';

type AppProps = {readonly store: Store; readonly theme: Theme};

export function App({store, theme}: AppProps) {
	const model = useSyncExternalStore(store.subscribe, store.model);
	const {rows, prompt} = screen(model);
	const {columns, rows: height} = model.state.size;
	const painted = useMemo(() => createPainter(theme), [theme])(rows);
	return (
		<Box flexDirection="column" width={columns} height={height}>
			{painted.map((text, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place on it
				<ScreenRow key={index} text={text} />
			))}
			{prompt === null ? null : (
				<PromptLine prompt={prompt} theme={theme} onTyped={before => store.dispatch({type: 'typed', before})} />
			)}
		</Box>
	);
}

/* `truncate-end` says that a row is ready for the terminal as it is (see build-changes.mjs). */
const rowStyle = {height: 1, flexShrink: 0, textWrap: 'truncate-end'} as const;

/**
One row of the screen, exactly as wide as it. It is the element that Ink's `Text` is made into: in its own box, with a
style made anew each time, a changed row would take three elements to be compared instead of one.
*/
const ScreenRow = memo(function ScreenRow({text}: {readonly text: string}) {
	return createElement('ink-text', {style: rowStyle}, text);
});

type PromptLineProps = {
	readonly prompt: PromptRow;
	readonly theme: Theme;
	readonly onTyped: (before: string) => void;
};

/**
The prompt's row. The text input holds the words before the cursor, which it edits at
their end, the one place where it does that right; what follows the cursor is drawn here.
It is made anew whenever an edit was not its own.
*/
function PromptLine({prompt, theme, onTyped}: PromptLineProps) {
	const {after, before, columns, label, note, revision} = prompt;
	const [under = ' ', ...rest] = Array.from(clusters(after), cluster => cluster.shown);
	const behind = rest.join('');
	const noteWidth = note.reduce((sum, span) => sum + span.width, 0);
	const room = Math.max(1, columns - 2);
	const fits = cellWidth(before) < room;
	const left = Math.max(0, room - (fits ? cellWidth(before) : room) - cellWidth(under));
	const shownBehind = cutEnd(behind, left);
	const blank = left - cellWidth(shownBehind);
	return (
		<Box height={1} flexShrink={0} overflow="hidden">
			<Text>{paint(label, theme)}</Text>
			<Box height={1} flexShrink={0} overflow="hidden" {...(fits ? {} : {width: 0})}>
				<TextInput key={revision} value={before} onChange={onTyped} showCursor={false} />
			</Box>
			{fits ? null : <Text wrap="truncate">{`…${cutStart(forTerminal(before), room - 2)}`}</Text>}
			<Text wrap="truncate">{`\u001b[7m${under}\u001b[0m${shownBehind}`}</Text>
			<Text wrap="truncate">{blank >= noteWidth ? ' '.repeat(blank - noteWidth) + paint(note, theme) : ''}</Text>
		</Box>
	);
}

/** The beginning of a text that fits `width` cells. */
function cutEnd(text: string, width: number): string {
	let kept = '';
	let used = 0;
	for (const cluster of clusters(text)) {
		used += cluster.width;
		if (used > width) break;
		kept += cluster.shown;
	}
	return kept;
}

/** The end of a text that fits `width` cells. */
function cutStart(text: string, width: number): string {
	let kept = '';
	let used = 0;
	for (const cluster of [...clusters(text)].reverse()) {
		used += cluster.width;
		if (used > width) break;
		kept = cluster.shown + kept;
	}
	return kept;
}
