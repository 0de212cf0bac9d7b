/**
The prompt: the line at the foot of the screen where a query or a command is typed.

The text input holds the words before the line's cursor and edits their end by itself;
every other edit is made here and handed to it.
*/
import {type CommandId, commandIds, commands, keyLabel} from './commands.ts';
import type {Effect} from './effects.ts';
import {editLine, emptyLine, insertText, type Line, lineText} from './line-editor.ts';
import type {Model} from './model.ts';
import {goTo, jumpToNumber, jumpToPercent, moveBy, moveTo, placeNow, showMatch} from './moves.ts';
import type {Prompt, Search, State} from './state.ts';

export type Step = {readonly state: State; readonly effects: readonly Effect[]};

export function step(state: State, ...effects: readonly Effect[]): Step {
	return {state, effects};
}

/** The state as it was, with a word to the reader. */
export function note(model: Model, text: string): Step {
	return step({...model.state, notice: {level: 'note', text}});
}

export function openPrompt(model: Model, kind: Prompt['kind'], text: Line = emptyLine): Step {
	const {state} = model;
	const place = placeNow(model);
	const before = {place, search: state.search};
	const prompt: Prompt = {kind, line: text, revision: 0, chosen: 0, before};
	if (kind === 'command') return step({...state, prompt});
	const origin = state.search?.origin ?? place;
	const search: Search = {query: '', results: null, order: 'thread', narrowed: true, origin, match: 0};
	return step({...state, prompt, search, overlay: null, place: {...place, focus: 'list'}});
}

/** Begin a search without a prompt: its hits are listed and the cursor goes to the best one. */
export function openSearch(model: Model, query: string): Step {
	const {state} = model;
	const origin = state.search?.origin ?? placeNow(model);
	const search: Search = {query, results: null, order: 'thread', narrowed: true, origin, match: 0};
	return step({...state, search, overlay: null}, {type: 'search', query});
}

/** A key while the prompt is open. */
export function promptKey(model: Model, prompt: Prompt, chord: string, bytes: string): Step {
	const {state} = model;
	switch (chord) {
		case 'esc':
		case 'ctrl+g':
			return step(cancelled(state, prompt));
		case 'enter':
			return prompt.kind === 'search' ? step(committed(model, prompt)) : step({...state, prompt: null});
		case 'up':
		case 'ctrl+p':
			return step(chooseBy(model, prompt, -1));
		case 'down':
		case 'ctrl+n':
		case 'ctrl+j':
			return step(chooseBy(model, prompt, 1));
		case 'pageup':
			return step(chooseBy(model, prompt, -10));
		case 'pagedown':
			return step(chooseBy(model, prompt, 10));
		case 'backspace':
			if (lineText(prompt.line) === '') return step(cancelled(state, prompt));
			break;
	}
	const edited = editLine(prompt.line, chord);
	if (edited === 'plain') return step(state, {type: 'let-through', bytes});
	return edited === null ? step(state) : setLine(model, prompt, edited, prompt.revision + 1);
}

export function promptPaste(model: Model, prompt: Prompt, text: string): Step {
	return setLine(model, prompt, insertText(prompt.line, text), prompt.revision + 1);
}

/** The text input changed the words before its cursor. */
export function promptTyped(model: Model, prompt: Prompt, before: string): Step {
	return setLine(model, prompt, {...prompt.line, before}, prompt.revision);
}

function setLine(model: Model, prompt: Prompt, line: Line, revision: number): Step {
	const {state} = model;
	const query = lineText(line);
	const changed = query !== lineText(prompt.line);
	const next: State = {...state, prompt: {...prompt, line, revision, chosen: changed ? 0 : prompt.chosen}};
	const {search} = state;
	if (prompt.kind === 'command' || search === null || !changed) return step(next);
	if (query.trim() === '') {
		const place = {...prompt.before.place, focus: 'list' as const};
		return step({...next, search: {...search, query, results: null}, place});
	}
	return step({...next, search: {...search, query}}, {type: 'search', query});
}

/** Hits have come: while typing, the cursor goes to the best one; later it stays on a hit. */
export function found(model: Model, search: Search): State {
	const {state} = model;
	const next: State = {...state, search};
	const best = search.results?.hits[0];
	const onHit = search.results?.hits.some(hit => hit.post === state.place.post) === true;
	if (best === undefined || (state.prompt?.kind !== 'search' && onHit)) return next;
	const fresh: Model = {...model, state: {...next, search: {...search, match: 0}}};
	const moved = moveTo(fresh, best.post);
	return showMatch({...model, state: moved});
}

function cancelled(state: State, prompt: Prompt): State {
	const {search, place} = prompt.before;
	return goTo({...state, prompt: null, search}, place);
}

function committed(model: Model, prompt: Prompt): State {
	const {state} = model;
	const query = lineText(prompt.line);
	const {search} = state;
	if (query.trim() === '' || search === null) return cancelled(state, prompt);
	if (search.results?.hits.length === 0) {
		const why = search.results.error ?? `nothing matches ${query}`;
		return {...cancelled(state, prompt), notice: {level: 'note', text: why}};
	}
	return {...state, prompt: null};
}

/** Up and down in the prompt: through the hits, or through the palette's commands. */
function chooseBy(model: Model, prompt: Prompt, by: number): State {
	if (prompt.kind === 'search') return moveBy(model, by);
	const count = paletteChoices(model, prompt).length;
	const chosen = Math.max(0, Math.min(count - 1, prompt.chosen + by));
	return {...model.state, prompt: {...prompt, chosen}};
}

/** The commands that the palette's words fit, best first; all without words. */
export function paletteChoices(model: Model, prompt: Prompt): readonly CommandId[] {
	const wanted = lineText(prompt.line).toLowerCase().split(/\s+/).filter(Boolean);
	const rank = (id: CommandId): number => {
		const name = id.replace('.', ' ').toLowerCase();
		const help = commands[id].help.toLowerCase();
		const keys = model.keymap.keysOf(id).map(key => keyLabel(key, model.glyphs));
		let total = 0;
		for (const word of wanted) {
			if (name.startsWith(word) || keys.includes(word)) continue;
			if (name.includes(word)) total += 1;
			else if (help.includes(word)) total += 2;
			else return -1;
		}
		return total;
	};
	return commandIds
		.map(id => ({id, rank: rank(id)}))
		.filter(choice => choice.rank >= 0)
		.sort((a, b) => a.rank - b.rank)
		.map(choice => choice.id);
}

/** What `:` means where it is a place: `:12` a post, `:50%` a part of the way; else `null`. */
export function paletteJump(model: Model, prompt: Prompt): State | null {
	const match = /^\s*#?(\d{1,9})\s*(%?)\s*$/.exec(lineText(prompt.line));
	if (match === null) return null;
	const closed: Model = {...model, state: {...model.state, prompt: null}};
	const number = Number(match[1]);
	return match[2] === '%' ? jumpToPercent(closed, number) : jumpToNumber(closed, number);
}
