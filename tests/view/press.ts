/**
A keyboard for the pure view: keys go in, the model after them comes out, and a line
that says where it stands.

Searches are answered at once, and plain keys edit a prompt's line as the text input does.
*/
import type {Effect, Event} from '../../source/view/effects.ts';
import {lineText} from '../../source/view/line-editor.ts';
import {hits} from '../../source/view/listing.ts';
import {bodyLights, currentPost, type Model, postLabel} from '../../source/view/model.ts';
import {topLine} from '../../source/view/moves.ts';
import {update} from '../../source/view/update.ts';

export type Pressed = {
	readonly model: Model;
	/** What is left to be done outside: all but searches and keys let through. */
	readonly effects: readonly Effect[];
};

/**
Press keys one after the other.

@param keys - Chords parted by blanks; words in double quotes are typed letter by letter.
*/
export function press(model: Model, keys: string): Pressed {
	return happen(model, ...chordsOf(keys).map(chord => ({type: 'key' as const, chord, bytes: bytesOf(chord)})));
}

/** Let events happen one after the other. */
export function happen(model: Model, ...events: readonly Event[]): Pressed {
	let current = model;
	const left: Effect[] = [];
	const queue = [...events];
	for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
		const {state, effects} = update(current, event);
		current = {...current, state};
		const answers: Event[] = [];
		for (const effect of effects) {
			if (effect.type === 'search') answers.push({type: 'found', results: current.engine.search(effect.query)});
			else if (effect.type === 'let-through') answers.push(typed(current, effect.bytes));
			else left.push(effect);
		}
		queue.unshift(...answers);
	}
	return {model: current, effects: left};
}

function chordsOf(keys: string): readonly string[] {
	return [...keys.matchAll(/"([^"]*)"|\S+/g)].flatMap(match =>
		match[1] === undefined ? [match[0]] : Array.from(match[1], letter => (letter === ' ' ? 'space' : letter)),
	);
}

function bytesOf(chord: string): string {
	if (chord === 'space') return ' ';
	return chord === 'backspace' ? '\u007f' : chord;
}

function typed({state}: Model, bytes: string): Event {
	const before = state.prompt?.line.before ?? '';
	return {type: 'typed', before: bytes === '\u007f' ? before.slice(0, -1) : before + bytes};
}

/**
Where a model stands, in a line: `#7 post:12, silica 3 of 3 match 2 of 2, help 4, "nowhere to go back to"`.

The number after the pane is the post's first line on screen, left out where it is 0.
*/
export function where(model: Model): string {
	const {state} = model;
	const {search, prompt, overlay, pending, notice} = state;
	const post = currentPost(model);
	const line = topLine(model);
	const parts = [`${post === null ? 'nowhere' : postLabel(post)} ${state.place.focus}${line === 0 ? '' : `:${line}`}`];
	if (state.entry !== null) parts.push(`entry ${state.entry}`);
	const found = hits(model);
	if (search !== null && found !== null && post !== null) {
		const row = found.rowOf(model.dump.indexOf(post.id)) + 1;
		const lights = bodyLights(model, post).length;
		parts.push(
			`${search.query} ${row} of ${found.count}${lights === 0 ? '' : ` match ${search.match + 1} of ${lights}`}`,
		);
	}
	if (prompt !== null) {
		const sign = {search: '/', command: ':', shell: '|'}[prompt.kind];
		const {before, after} = prompt.line;
		parts.push(`${sign}${after === '' ? lineText(prompt.line) : `${before}|${after}`}`);
	}
	if (state.question !== null) parts.push(`${state.question.text}`);
	if (overlay !== null) parts.push(`${overlay.type}${overlay.top === 0 ? '' : ` ${overlay.top}`}`);
	if (state.hints !== null) parts.push(`labels ${state.hints}`.trimEnd());
	if (pending.count + pending.prefix !== '') parts.push(`typed ${pending.count}${pending.prefix}`);
	if (notice !== null) parts.push(`"${notice.text}"`);
	return parts.join(', ');
}

/** Press keys and say where that leads. */
export function afterKeys(model: Model, keys: string): string {
	return where(press(model, keys).model);
}
