/**
The prompt: the line at the foot of the screen where a query or a command is typed.

The text input holds the words before the line's cursor and edits their end by itself;
every other edit is made here and handed to it.
*/

import {searchModes} from '../search/search.ts';
import {type CommandId, commandIds, commands, keyLabel} from './commands.ts';
import {completions} from './complete-query.ts';
import type {Effect} from './effects.ts';
import {editLine, emptyLine, insertText, type Line, lineOf, lineText} from './line-editor.ts';
import type {Model} from './model.ts';
import {goTo, jumpToNumber, jumpToPercent, moveBy, moveTo, placeNow, showMatch, visitNow} from './moves.ts';
import {postsMeant} from './save.ts';
import type {Place, Prompt, Search, State} from './state.ts';

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
	const visit = visitNow(model);
	const before = {visit, search: state.search};
	const prompt: Prompt = {kind, line: text, revision: 0, chosen: 0, recalled: 0, completion: null, before};
	if (kind !== 'search') return step({...state, prompt});
	const origin = state.search?.origin ?? visit;
	const mode = state.search?.mode ?? 'fuzzy';
	const search: Search = {query: '', mode, results: null, order: 'thread', narrowed: true, origin, match: 0};
	return step({...state, prompt, search, overlay: null, place: {...visit.place, focus: 'list'}});
}

/** Begin a search with the first of some queries in the prompt; Tab puts the next one in its place. */
export function openPromptWith(model: Model, texts: readonly string[]): Step {
	const {state} = openPrompt(model, 'search');
	const {prompt, search} = state;
	if (prompt === null || search === null) return step(state);
	const open: Model = {...model, state: {...state, search: {...search, mode: 'fuzzy'}}};
	const typed = setLine(open, prompt, lineOf(texts[0] ?? ''), prompt.revision + 1);
	return keeping(typed, {completion: {texts, index: 0}});
}

/** Begin a search without a prompt: its hits are listed and the cursor goes to the best one. */
export function openSearch(model: Model, query: string): Step {
	const {state} = model;
	const origin = state.search?.origin ?? visitNow(model);
	const search: Search = {query, mode: 'fuzzy', results: null, order: 'thread', narrowed: true, origin, match: 0};
	const place: Place = {...placeNow(model), focus: 'list'};
	return step({...state, search, overlay: null, place}, {type: 'search', query, mode: 'fuzzy'});
}

/** A key while the prompt is open. */
export function promptKey(model: Model, prompt: Prompt, chord: string, bytes: string): Step {
	const {state} = model;
	switch (chord) {
		case 'esc':
		case 'ctrl+g':
			return step(cancelled(state, prompt));
		case 'enter':
			return prompt.kind === 'search' ? committed(model, prompt) : piped(model, prompt);
		case 'up':
			return recall(model, prompt, 1) ?? step(chooseBy(model, prompt, -1));
		case 'down':
			return recall(model, prompt, -1) ?? step(chooseBy(model, prompt, 1));
		case 'ctrl+p':
			return step(chooseBy(model, prompt, -1));
		case 'ctrl+n':
		case 'ctrl+j':
			return step(chooseBy(model, prompt, 1));
		case 'ctrl+r':
			return nextMode(model, prompt);
		case 'tab':
			return complete(model, prompt, 1);
		case 'shift+tab':
			return complete(model, prompt, -1);
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
	const next: State = {
		...state,
		prompt: {...prompt, line, revision, chosen: changed ? 0 : prompt.chosen, recalled: 0, completion: null},
	};
	const {search} = state;
	if (prompt.kind !== 'search' || search === null || !changed) return step(next);
	if (query.trim() === '') {
		const place = {...prompt.before.visit.place, focus: 'list' as const};
		return step({...next, search: {...search, query, results: null}, place});
	}
	return step({...next, search: {...search, query}}, {type: 'search', query, mode: search.mode});
}

/** Hits have come: while typing, the cursor goes to the best one; later it stays on a hit. */
export function found(model: Model, search: Search): State {
	const {state} = model;
	const next: State = {...state, search};
	const best = search.results?.hits.at(0);
	if (best === undefined) return next;
	// The same query answered anew, with more of the file read: whoever has moved on is left in peace.
	const known = state.search?.results;
	const isAnew = known?.query === search.query && known.mode === search.mode;
	if (isAnew && !search.narrowed) return next;
	const onHit = () => search.results?.hits.has(state.place.post ?? '') === true;
	if ((isAnew || state.prompt?.kind !== 'search') && onHit()) return next;
	const fresh: Model = {...model, state: {...next, search: {...search, match: 0}}};
	const moved = moveTo(fresh, best.post);
	return showMatch({...model, state: moved});
}

function cancelled(state: State, prompt: Prompt): State {
	const {search, visit} = prompt.before;
	return goTo({...state, prompt: null, search}, visit);
}

/** Enter: the hits stay, the prompt goes. */
function committed(model: Model, prompt: Prompt): Step {
	const {state} = model;
	const query = lineText(prompt.line);
	const {search} = state;
	if (query.trim() === '' || search === null) return step(cancelled(state, prompt));
	if (search.results?.hits.count === 0) {
		const why = search.results.error ?? `nothing matches ${query}`;
		return step({...cancelled(state, prompt), notice: {level: 'note', text: why}});
	}
	return step({...state, prompt: null, queries: keptLines(state.queries, query)});
}

/** Enter: the post goes to the command. */
function piped(model: Model, prompt: Prompt): Step {
	const closed: State = {...model.state, prompt: null};
	const command = lineText(prompt.line).trim();
	if (prompt.kind !== 'shell' || command === '') return step(closed);
	const shellCommands = keptLines(closed.shellCommands, command);
	return step({...closed, shellCommands}, {type: 'pipe', posts: postsMeant(model), command});
}

/** Lines kept, over all dumps. */
const mostLines = 100;

function keptLines(lines: readonly string[], line: string): readonly string[] {
	return [...lines.filter(one => one !== line), line].slice(-mostLines);
}

/**
Up and down through the lines of before: from an empty line, or while one of them stands in it.
@returns `null` where the key is not for that.
*/
function recall(model: Model, prompt: Prompt, by: 1 | -1): Step | null {
	const lines = prompt.kind === 'shell' ? model.state.shellCommands : model.state.queries;
	const isEmpty = lineText(prompt.line) === '';
	if (prompt.kind === 'command' || (!isEmpty && prompt.recalled === 0)) return null;
	const recalled = Math.max(0, Math.min(lines.length, prompt.recalled + by));
	if (recalled === prompt.recalled) return step(model.state);
	const text = recalled === 0 ? '' : (lines[lines.length - recalled] ?? '');
	return keeping(setLine(model, prompt, {...lineOf(text), killed: prompt.line.killed}, prompt.revision + 1), {
		recalled,
	});
}

/** Tab completes the word before the cursor; again, it offers the next way to, and with shift the one before. */
function complete(model: Model, prompt: Prompt, by: 1 | -1): Step {
	if (prompt.kind !== 'search') return step(model.state);
	const {line} = prompt;
	const texts = prompt.completion?.texts ?? completions(line.before, model.dump);
	const chosen = prompt.completion?.index ?? (by === 1 ? -1 : texts.length);
	const index = (chosen + by + texts.length) % texts.length;
	const before = texts[index];
	if (before === undefined) return step(model.state);
	return keeping(setLine(model, prompt, {...line, before}, prompt.revision + 1), {completion: {texts, index}});
}

/** Fuzzy, whole words, letter for letter, regular expression, and round again. */
function nextMode(model: Model, prompt: Prompt): Step {
	const {search} = model.state;
	if (prompt.kind !== 'search' || search === null) return step(model.state);
	const mode = searchModes[(searchModes.indexOf(search.mode) + 1) % searchModes.length] ?? 'fuzzy';
	const state: State = {...model.state, search: {...search, mode}};
	const query = lineText(prompt.line);
	return query.trim() === '' ? step(state) : step(state, {type: 'search', query, mode});
}

/** A step whose prompt keeps what an edit would have made it forget. */
function keeping({state, effects}: Step, kept: Partial<Pick<Prompt, 'recalled' | 'completion'>>): Step {
	return {state: state.prompt === null ? state : {...state, prompt: {...state.prompt, ...kept}}, effects};
}

/** Up and down in the prompt: through the hits, or through the palette's commands. */
function chooseBy(model: Model, prompt: Prompt, by: number): State {
	if (prompt.kind === 'search') return moveBy(model, by);
	if (prompt.kind === 'shell') return model.state;
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
