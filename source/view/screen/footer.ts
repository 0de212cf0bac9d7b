/**
The footer: what can be done here, how the search stands, and where the cursor is.
*/
import {type Row, rowWidth, type Span, span, spreadRow} from '../../layout/span.ts';
import {type CommandId, commandIds, commands, keyLabel} from '../commands.ts';
import {exactCount, hits, listing} from '../listing.ts';
import {bodyLights, currentPost, cursorRow, type Model} from '../model.ts';
import {grouped} from '../words.ts';

export function footer(model: Model): Row {
	const {state, glyphs} = model;
	const right: Row = [...position(model), span(' ')];
	const room = state.size.columns - rowWidth(right) - 2;
	return spreadRow([span(' '), ...left(model, room)], right, state.size.columns, glyphs.ellipsis);
}

function left(model: Model, room: number): Row {
	const {state} = model;
	const typed = state.pending.count + state.pending.prefix;
	if (typed !== '') return pendingHelp(model, room);
	if (state.question !== null) return [span(state.question.text, 'warning')];
	if (state.notice !== null) return [span(state.notice.text, state.notice.level === 'warning' ? 'warning' : 'accent')];
	if (state.hints !== null) {
		return [
			span(state.hints, {tone: 'key', bold: true}),
			span(state.hints === '' ? '' : ' '),
			span('letter opens, Shift copies, Esc leaves', 'faint'),
		];
	}
	const search = searchState(model);
	return [...search, ...hints(model, room - rowWidth(search))];
}

/** What a half-typed command can become. */
function pendingHelp(model: Model, room: number): Row {
	const {count, prefix} = model.state.pending;
	const row: Span[] = [span(count + prefix, {tone: 'key', bold: true})];
	if (prefix === '') return [...row, span('  then G go to the post, % that far, o open the link', 'faint')];
	for (const id of commandIds) {
		for (const key of model.keymap.keysOf(id)) {
			if (!key.startsWith(`${prefix} `)) continue;
			const next: Row = [
				span('  '),
				span(keyLabel(key.slice(prefix.length + 1), model.glyphs), {tone: 'key', bold: true}),
				span(` ${commands[id].help}`, 'faint'),
			];
			if (rowWidth(row) + rowWidth(next) <= room) row.push(...next);
		}
	}
	return row;
}

/** `silica 3 of 12 · 1/4 here`, while a search is on. */
function searchState(model: Model): Row {
	const {search} = model.state;
	if (search === null || search.results === null) return [];
	return [
		span(search.query, {tone: 'text', bold: true}),
		span(` ${hitCount(model)}`, 'accent'),
		span(`${matchCount(model)}  `, 'faint'),
	];
}

/** Which match of the post at the cursor stands out, where it has several: what `n` counts before it goes on. */
function matchCount(model: Model): string {
	const post = currentPost(model);
	const lights = post === null ? [] : bodyLights(model, post);
	const at = lights.findIndex(light => light.ground === 'hit-current');
	return at === -1 || lights.length < 2 ? '' : ` ${model.glyphs.dot} ${at + 1}/${lights.length} here`;
}

/** Where the cursor is among the hits. */
export function hitCount(model: Model): string {
	const {search} = model.state;
	const found = hits(model);
	if (search === null || search.results === null) return '';
	if (search.results.error !== null) return search.results.error;
	if (found === null || found.count === 0) return 'no match';
	const post = model.state.place.post;
	const at = post === null ? -1 : found.rowOf(model.dump.indexOf(post));
	const exact = exactCount(search.results);
	const similar = search.results.hits.count - exact;
	const kind = exact === 0 ? ' similar' : similar === 0 ? '' : `, ${grouped(similar)} similar`;
	return `${at === -1 ? '' : `${grouped(at + 1)} of `}${grouped(found.count)}${kind}`;
}

/** The commands that the footer names here, as many as fit. */
function hints(model: Model, room: number): Row {
	const {place, search, back} = model.state;
	const post = currentPost(model);
	const isAnswer = post !== null && model.context.parentOf(post) !== null;
	const useful = (id: CommandId): boolean => {
		if (id === 'match.next' || id === 'search.narrow') return search !== null;
		if (id === 'history.back') return back.length > 0;
		if (id === 'answered' && !isAnswer) return false;
		return commands[id].footer?.panes?.includes(place.focus) ?? true;
	};
	const shown = commandIds
		.filter(id => commands[id].footer !== undefined && useful(id))
		.sort((a, b) => (commands[a].footer?.rank ?? 0) - (commands[b].footer?.rank ?? 0));
	const row: Span[] = [];
	for (const id of shown) {
		const key = model.keymap.keysOf(id)[0];
		if (key === undefined) continue;
		const label =
			id === 'match.next'
				? `${keyLabel(key, model.glyphs)}/${keyLabel(model.keymap.keysOf('match.previous')[0] ?? '', model.glyphs)}`
				: keyLabel(key, model.glyphs);
		const gap: Row = row.length === 0 ? [] : [span('   ')];
		const hint: Row = [...gap, span(label, {tone: 'key', bold: true}), span(` ${commands[id].footer?.word}`, 'faint')];
		if (rowWidth(row) + rowWidth(hint) > room) break;
		row.push(...hint);
	}
	return row;
}

/** `12/42  29 %`, behind how many are selected and `following` while it grows. */
function position(model: Model): Row {
	const rows = listing(model);
	const row = cursorRow(model);
	if (row === -1 || rows.count === 0) return [];
	const percent = Math.round(((row + 1) / rows.count) * 100);
	const {size} = model.state.selected;
	const selected: Row = size > 0 ? [span(`${grouped(size)} selected  `, {tone: 'accent', bold: true})] : [];
	const following: Row = model.state.following ? [span('following  ', 'accent')] : [];
	return [...selected, ...following, span(`${grouped(row + 1)}/${grouped(rows.count)}  ${percent} %`, 'faint')];
}
