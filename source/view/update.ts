/**
The one way the state changes: an event comes in, a new state and effects come out.

Pure: it reads the model and touches nothing. Keys are taken by the topmost layer, in
this order: prompt, then the keymap, whose commands know about pictures and panes.
*/
import {clamp, paneAt} from '../layout/panes.ts';
import {type CommandId, commands} from './commands.ts';
import type {Event} from './effects.ts';
import {currentEntry, entriesOf} from './entries.ts';
import {lineText} from './line-editor.ts';
import {hintKey} from './link-hints.ts';
import {rowOn} from './list-lines.ts';
import {listing} from './listing.ts';
import {currentPost, cursorRow, listSize, listTop, type Model, panesOf, postById} from './model.ts';
import {jumpToNumber, moveBy, moveToRow, scrollBy} from './moves.ts';
import {perform} from './perform/perform.ts';
import {
	found,
	note,
	openSearch,
	paletteChoices,
	paletteJump,
	promptKey,
	promptPaste,
	promptTyped,
	type Step,
	step,
} from './prompt.ts';
import {renewed} from './renewed.ts';
import {saveListed, wantedFile} from './save.ts';
import {contextRowEntry} from './screen/context-pane.ts';
import {lastTop} from './screen/overlay.ts';
import type {Overlay, Prompt, State} from './state.ts';

const nothingPending = {count: '', prefix: ''};

/** @returns The state after the event, and what is to be done outside. Never throws. */
export function update(model: Model, event: Event): Step {
	const {state} = model;
	switch (event.type) {
		case 'key':
			return key({...model, state: {...state, notice: null}}, event.chord, event.bytes);
		case 'paste':
			// Outside a prompt a paste would run its letters as commands.
			return state.prompt === null ? step(state) : promptPaste(model, state.prompt, event.text);
		case 'typed':
			return state.prompt === null ? step(state) : promptTyped(model, state.prompt, event.before);
		case 'resize':
			return step({...state, size: {columns: event.columns, rows: event.rows}});
		case 'resume': {
			const known = Object.entries(event.marks).filter(([, id]) => model.dump.indexOf(id) !== -1);
			const resumed: State = {...state, marks: {...Object.fromEntries(known), ...state.marks}};
			if (model.dump.indexOf(event.post) === -1) return step(resumed);
			return step({
				...resumed,
				place: {
					...resumed.place,
					topic: postById(model, event.post)?.topic ?? null,
					post: event.post,
					scroll: event.scroll,
				},
			});
		}
		case 'start':
			// There is no way back from where one begins.
			return step({...jumpToNumber(model, event.post), back: state.back});
		case 'queries':
			return step({...state, queries: event.queries});
		case 'query':
			return openSearch(model, event.query);
		case 'progress':
			return step(state);
		case 'grown': {
			const wasLast = currentPost(model)?.id === model.dump.posts[event.from - 1]?.id;
			return step(state.following && wasLast ? moveToRow(model, listing(model).count - 1) : state);
		}
		case 'renewed':
			return step(renewed(model, event.ids));
		case 'unfollowed':
			return step({...state, following: false, notice: {level: 'warning', text: event.why}});
		case 'ask':
			return step({...state, question: {text: event.question, yes: event.yes}});
		case 'found':
			return step(
				state.search === null || state.search.query !== event.results.query || state.search.mode !== event.results.mode
					? state
					: found(model, {...state.search, results: event.results}),
			);
		case 'notice':
			return step({...state, notice: {level: event.level, text: event.text}});
		case 'wheel':
			return step(wheel(model, event.column, event.row, event.rows));
		case 'click':
			return step(click(model, event.column, event.row));
	}
}

function key(model: Model, chord: string, bytes: string): Step {
	const {state} = model;
	if (chord === 'ctrl+c') return step(state, {type: 'quit'});
	if (state.prompt !== null) {
		return state.prompt.kind === 'command' && chord === 'enter'
			? runChosen(model, state.prompt)
			: promptKey(model, state.prompt, chord, bytes);
	}
	if (state.question !== null) {
		const answered: Model = {...model, state: {...state, question: null}};
		return chord.toLowerCase() === 'y' ? step(answered.state, state.question.yes) : note(answered, 'left as it was');
	}
	if (state.hints !== null) return hintKey(model, state.hints, chord);
	const {count, prefix} = state.pending;
	if (prefix === '' && /^[0-9]$/.test(chord) && !(chord === '0' && count === '')) {
		return step({...state, pending: {count: (count + chord).slice(0, 9), prefix: ''}});
	}
	const sequence = prefix === '' ? [chord] : [...prefix.split(' '), chord];
	const meaning = model.keymap.look(sequence);
	const cleared: Model = {...model, state: {...state, pending: nothingPending}};
	switch (meaning.type) {
		case 'prefix':
			return step({...state, pending: {count, prefix: sequence.join(' ')}});
		case 'none':
			return prefix === '' || chord === 'esc' ? step(cleared.state) : unknown(cleared, sequence);
		case 'command': {
			// Esc takes back a half-typed command before anything else.
			if (meaning.id === 'peel' && count !== '') return step(cleared.state);
			if (state.overlay !== null && overlayScroll(meaning.id) !== 0) {
				return step(scrollOverlay(cleared, state.overlay, overlayScroll(meaning.id)));
			}
			const open: Model =
				state.overlay === null || ['peel', 'close', 'quit', 'suspend', 'redraw'].includes(meaning.id)
					? cleared
					: {...cleared, state: {...cleared.state, overlay: null}};
			if (state.overlay?.type === meaning.id) return step(open.state);
			return run(open, meaning.id, count === '' ? null : Number(count), meaning.argument);
		}
	}
}

/** Perform a command, or the last jump in place of the command that repeats it. */
function run(model: Model, id: CommandId, count: number | null, argument: string | null): Step {
	const {jump} = model.state;
	const asked = id === 'jump.repeat' && jump !== null ? jump : id;
	const state: State = commands[asked].isJump ? {...model.state, jump: asked} : model.state;
	return perform[asked]({...model, state}, count, argument);
}

function unknown(model: Model, sequence: readonly string[]): Step {
	return step({...model.state, notice: {level: 'note', text: `${sequence.join('')} means nothing: ? shows the keys`}});
}

/** Scroll a picture by rows; stops at its ends. */
function scrollOverlay(model: Model, overlay: Overlay, by: number): State {
	const top = clamp(overlay.top + by, 0, lastTop(model, overlay));
	return {...model.state, overlay: {...overlay, top}};
}

/** How far a command scrolls a picture that covers the panes. */
function overlayScroll(id: string): number {
	const steps: Readonly<Record<string, number>> = {
		'post.next': 1,
		'post.previous': -1,
		'scroll.down': 1,
		'scroll.up': -1,
		'read.on': 10,
		'read.back': -10,
		'page.down': 10,
		'page.up': -10,
		'half.down': 5,
		'half.up': -5,
		'post.last': Number.MAX_SAFE_INTEGER,
		'post.first': Number.MIN_SAFE_INTEGER,
	};
	return steps[id] ?? 0;
}

function runChosen(model: Model, prompt: Prompt): Step {
	const jump = paletteJump(model, prompt);
	if (jump !== null) return step(jump);
	const closed: State = {...model.state, prompt: null};
	const wanted = wantedFile(lineText(prompt.line));
	if (wanted !== null) return saveListed({...model, state: closed}, wanted);
	const id = paletteChoices(model, prompt)[prompt.chosen];
	if (id === undefined) return step({...closed, notice: {level: 'note', text: 'there is no such command'}});
	const marked = commands[id].keys.find(one => one.includes('{mark}'));
	if (marked !== undefined) {
		return step({...closed, pending: {count: '', prefix: marked.replace(' {mark}', '')}});
	}
	return run({...model, state: closed}, id, null, null);
}

function wheel(model: Model, column: number, row: number, rows: number): State {
	const {state} = model;
	if (state.overlay !== null) return scrollOverlay(model, state.overlay, rows);
	const at = paneAt(panesOf(model), column, row);
	return at?.pane === 'list' ? moveBy(model, Math.sign(rows)) : scrollBy(model, rows);
}

function click(model: Model, column: number, row: number): State {
	const {state} = model;
	if (state.overlay !== null) return {...state, overlay: null};
	const at = paneAt(panesOf(model), column, row);
	if (at === null) return state;
	const focused: Model = {...model, state: {...state, hints: null, place: {...state.place, focus: at.pane}}};
	if (at.pane === 'list') {
		const target = at.row < 0 ? null : rowOn(listing(model), listTop(model, listSize(model).rows) + at.row);
		return target === null || target === cursorRow(model) ? focused.state : moveToRow(focused, target);
	}
	const post = currentPost(model);
	if (at.pane === 'post' || post === null) return focused.state;
	const key = contextRowEntry(model, at.row);
	const entry = currentEntry(entriesOf(model, post), key);
	return {...focused.state, entry: key === null ? state.entry : (entry?.key ?? null)};
}
