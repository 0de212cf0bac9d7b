/**
What the app draws: frames as a terminal without colours shows them, 100 cells wide.
*/
import {PassThrough} from 'node:stream';
import {stripVTControlCharacters} from 'node:util';
import {render} from 'ink';
import {render as renderForTest} from 'ink-testing-library';
import stringWidth from 'string-width';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {App} from '../../source/components/app.tsx';
import {type Theme, themes} from '../../source/components/theme.ts';
import {createInkStdin} from '../../source/terminal/ink-stdin.ts';
import type {Model} from '../../source/view/model.ts';
import {createStore, type Store} from '../../source/view/store.ts';
import {press} from '../view/press.ts';
import {modelOf, shed} from '../view/sample.ts';

/** The width that ink-testing-library gives its screen. */
const columns = 100;

function bare(frame: string | undefined): string {
	return stripVTControlCharacters(frame ?? '')
		.split('\n')
		.map(row => row.trimEnd())
		.join('\n');
}

/** The frame that the app draws for a model. */
function frameOf(model: Model, theme: Theme = themes.mono): string {
	const {lastFrame, unmount} = renderForTest(<App store={createStore(model, () => {})} theme={theme} />);
	const frame = lastFrame() ?? '';
	unmount();
	return frame;
}

function modelAfter(keys: string, rows = 18): Model {
	return press(modelOf(shed, {columns, rows}), keys).model;
}

describe('the screen', () => {
	test('list, post and context', () => {
		expect(bare(frameOf(modelAfter('3 G')))).toMatchInlineSnapshot(`
			" What keeps a garden shed dry?                             7 posts · 25 ♥ · 5 people · shed.example
			╭ posts ───────────────────────────────╮╭ #3 ada · 3 May 2024 09:14 · ♥ 13 ───────────────── more ─╮
			│  1 grace  ♥ 2 Our shed drips every … ││ ▎ grace ↖ #1                                             ┃
			│  2 linus  ♥ 5 Silica gel in a jar h… ││ ▎ the tools rust                                         ┃
			│▸ 3 ada    ♥13 Oil them in autumn: a… ││                                                          ┃
			│  4 ken        @ada how long does on… ││ Oil them in autumn: a thin coat of camellia oil keeps    ┃
			│  5 system     Closed                 ││ rust away.                                               ┃
			│  6 grace  ♥ 1 At what heat? Ours tu… ││                                                          ┃
			│  7 linus  ♥ 4 Drying it, step by st… ││ [image: a row of oiled chisels]                          ┃
			│  8 ada        Two winters for us. K… ││                                                          ┃
			│                                      ││   coat = 2 drops                                         ┃
			│                                      │╰──────────────────────────────────────────────────────────╯
			│                                      │╭ context ─────────────────────────────────────────────────╮
			│                                      ││↖ quotes                                                  │
			│                                      ││  #1 grace                                         stated │
			│                                      ││  Our shed drips every winter and the tools rust. What do │
			╰──────────────────────────────────────╯╰──────────────────────────────────────────────────────────╯
			 / search   Enter open   Space read on   p answered post   Backspace back   Tab pane      3/8  38 %"
		`);
	});

	test('a search', () => {
		expect(bare(frameOf(modelAfter('/ "silica" enter n')))).toMatchInlineSnapshot(`
			" What keeps a garden shed dry?                             7 posts · 25 ♥ · 5 people · shed.example
			╭ hits ────────────────────────────────╮╭ #7 linus · 6 May 2024 19:30 · ♥ 4 ──────────────── more ─╮
			│  2 linus  ♥ 5 Silica gel in a jar h… ││ ▎ grace ↖ #6                                             ┃
			│  6 grace  ♥ 1 ▎ Dry the silica … ↖#2 ││ ▎ At what heat?                                          │
			│▸ 7 linus  ♥ 4 …the silica on a … ↖#6 ││                                                          │
			│                                      ││ Drying it, step by step                                  │
			│                                      ││                                                          │
			│                                      ││ Step 1. Pour the silica on a tray, one layer of beads    │
			│                                      ││ and no more than that.                                   │
			│                                      ││                                                          │
			│                                      ││ Step 2. Wait for 4 minutes, then turn the tray around so │
			│                                      │╰──────────────────────────────────────────────────────────╯
			│                                      │╭ context ─────────────────────────────────────────────────╮
			│                                      ││↖ quotes                                                  │
			│                                      ││  #6 grace                                         stated │
			│                                      ││  At what heat? Ours turned brown, see                    │
			╰──────────────────────────────────────╯╰──────────────────────────────────────────────────────────╯
			 silica 3 of 3 · 1/2 here  / search   n/N match   & all or hits   Enter open             3/3  100 %"
		`);
	});

	test('links, and the context in use', () => {
		expect(bare(frameOf(modelAfter('6 G tab tab j')))).toMatchInlineSnapshot(`
			" What keeps a garden shed dry?                             7 posts · 25 ♥ · 5 people · shed.example
			╭ posts ───────────────────────────────╮╭ #6 grace Grace H. · 6 May 2024 07:00 · ♥ 1 ──────────────╮
			│  1 grace  ♥ 2 Our shed drips every … ││ ▎ linus ↖ #2                                             │
			│  2 linus  ♥ 5 Silica gel in a jar h… ││ ▎ Dry the silica in the oven and use it again.           │
			│  3 ada    ♥13 Oil them in autumn: a… ││                                                          │
			│  4 ken        @ada how long does on… ││ At what heat? Ours turned brown, see                     │
			│  5 system     Closed                 ││ https://grace.example/ and this picture[2]               │
			│▸ 6 grace  ♥ 1 At what heat? Ours tu… ││                                                          │
			│  7 linus  ♥ 4 Drying it, step by st… ││ [2] https://grace.example/brown                          │
			│  8 ada        Two winters for us. K… ││                                                          │
			│                                      ││                                                          │
			│                                      │╰──────────────────────────────────────────────────────────╯
			│                                      │╭ context ─────────────────────────────────────────────────╮
			│                                      ││↘ answered by                                             │
			│                                      ││▸ #7 linus                                         stated │
			│                                      ││  Drying it, step by step                                 │
			╰──────────────────────────────────────╯╰──────────────────────────────────────────────────────────╯
			 / search   Enter open   Backspace back   Tab pane   ? help   q quit                      6/8  75 %"
		`);
	});

	test('the palette over the panes', () => {
		expect(bare(frameOf(modelAfter(': "mark"', 14)))).toMatchInlineSnapshot(`
			" What keeps a garden shed dry?                             7 posts · 25 ♥ · 5 people · shed.example
			╭ posts ───────────────────────────────╮╭ #1 grace Grace H. · 2 May 2024 · ♥ 2 ───────────── more ─╮
			│▸ 1 grace  ♥ 2 Our shed drips every … ││ Our shed drips every winter and the tools rust. What do  ┃
			│  2 linus  ♥ 5 Silica gel in a jar h… ││ you do against the damp?                                 ┃
			│  3 ada    ♥13 Oil them in autumn: a… ││                                                          ┃
			│  4 ken        @ada how long does on… ││  1. more air                                             ┃
			│  5 system     Closed                 ││  2. less earth                                           ┃
			╭ commands ────────────────────────────────────────────────────────────────────────────────────────╮
			│▸ mark this post with a letter                                                               ma…z │
			│  go to a mark; '' goes back                                                                 'a…z │
			│  next marked post                                                                             ]m │
			│  previous marked post                                                                         [m │
			╰──────────────────────────────────────────────────────────────────────────────────────────────────╯
			 : mark"
		`);
	});

	test('too small a terminal', () => {
		expect(bare(frameOf(modelAfter('j', 4)))).toMatchInlineSnapshot(`
			"too small: 20x5 is the least


			"
		`);
	});
});

describe('without colours', () => {
	test('the cursor is a sign and reverse video, and nothing sets a colour', () => {
		const frame = frameOf(modelAfter('3 G / "rust" enter'));
		const row = frame.split('\n').find(line => line.includes('▸ 3'));
		expect(row).toMatch(/\u001b\[(1;)?7m▸ 3 ada/);
		const parameters = [...frame.matchAll(/\u001b\[([\d;]*)m/g)].flatMap(match => (match[1] ?? '').split(';'));
		expect(new Set(parameters.filter(one => Number(one) >= 30))).toEqual(new Set());
	});

	test('all themes draw the same words', () => {
		const model = modelAfter('/ "silica" enter');
		const frames = new Set(Object.values(themes).map(theme => bare(frameOf(model, theme))));
		expect(frames.size).toBe(1);
	});
});

describe("the prompt's row", () => {
	/** The row with a text and its cursor, which stands at `|`. */
	function promptRow(text: string, width: number): string {
		const [before = '', after = ''] = text.split('|');
		const opened = press(modelOf(shed, {columns: width, rows: 6}), '/').model;
		const prompt = opened.state.prompt === null ? null : {...opened.state.prompt, line: {before, after, killed: ''}};
		return (
			stripVTControlCharacters(frameOf({...opened, state: {...opened.state, prompt}}))
				.split('\n')
				.at(-1) ?? ''
		);
	}

	test.each([
		['|', 80, / {10}fuzzy {2}'exact {2}!not {2}author: {2}quote: {2}text:$/],
		['abc|def', 30, /^ \/ abcdef *$/],
		[`${'x'.repeat(40)}end|`, 30, /^ \/ …x+end *$/],
		[`${'x'.repeat(40)}mid|after it`, 30, /^ \/ …x+mida/],
		[`|start${'x'.repeat(40)}`, 20, /^ \/ startx+$/],
		['道具を乾かす道具を乾かす道具を乾かす|', 20, /^ \/ …[道具を乾かす]*かす *$/],
	])('of %s at %d columns', (text, width, expected) => {
		expect(promptRow(text, width)).toMatch(expected);
	});

	test('is one row and no wider than the screen, whatever is typed', () => {
		for (const part of ['a', '字', 'e\u0301', '👩‍👧']) {
			for (const text of [3, 9, 40].flatMap(count => [
				`${part.repeat(count)}|`,
				`${part.repeat(count)}|${part.repeat(9)}`,
			])) {
				const row = promptRow(text, 21);
				expect(row).toMatch(/^ \/ \S/);
				expect(stringWidth(row), row).toBeLessThanOrEqual(21);
			}
		}
	});
});

type Session = {
	readonly store: Store;
	/** Press a key as the terminal does: plain keys go on to the text input. */
	readonly key: (chord: string, bytes?: string) => void;
	/** The frame once everything typed is on screen. */
	readonly frame: () => Promise<string>;
	readonly stop: () => void;
};

/** The app with its real text input, at a screen that keeps whole frames. */
async function start(model: Model): Promise<Session> {
	const stdin = createInkStdin();
	const stdout = Object.assign(new PassThrough(), {columns, rows: model.state.size.rows, isTTY: true});
	let shown = '';
	stdout.on('data', (chunk: Buffer) => {
		shown = String(chunk);
	});
	const store = createStore(model, effect => {
		if (effect.type === 'let-through') stdin.type(effect.bytes);
		else if (effect.type === 'search') store.dispatch({type: 'found', results: model.engine.search(effect.query)});
	});
	const {unmount} = render(<App store={store} theme={themes.mono} />, {
		stdin,
		stdout,
		debug: true,
		interactive: true,
		patchConsole: false,
		exitOnCtrlC: false,
	});
	return {
		store,
		key: (chord, bytes = chord) => stdin.afterTyping(() => store.dispatch({type: 'key', chord, bytes})),
		frame: async () => {
			await new Promise<void>(resolve => stdin.afterTyping(resolve));
			await new Promise(setImmediate);
			return bare(shown);
		},
		stop: unmount,
	};
}

describe('typing into the prompt', () => {
	let session: Session | undefined;
	afterEach(() => session?.stop());

	/** Opens a prompt and waits until its text input listens. */
	async function open(chord: string, rows = 12): Promise<Session> {
		const opened = await start(modelOf(shed, {columns, rows}));
		session = opened;
		opened.key(chord);
		await vi.waitUntil(async () => (await opened.frame()).split('\n').at(-1)?.startsWith(` ${chord}`));
		return opened;
	}

	function type(to: Session, words: string): void {
		for (const letter of words) to.key(letter === ' ' ? 'space' : letter, letter);
	}

	test('finds while typing', async () => {
		const opened = await open('/');
		type(opened, 'silica');
		expect(await opened.frame()).toMatchInlineSnapshot(`
			" What keeps a garden shed dry?                             7 posts · 25 ♥ · 5 people · shed.example
			╭ hits ────────────────────────────────╮╭ #6 grace Grace H. · 6 May 2024 07:00 · ♥ 1 ─────── more ─╮
			│  2 linus  ♥ 5 Silica gel in a jar h… ││ ▎ linus ↖ #2                                             ┃
			│▸ 6 grace  ♥ 1 ▎ Dry the silica … ↖#2 ││ ▎ Dry the silica in the oven and use it again.           ┃
			│  7 linus  ♥ 4 …the silica on a … ↖#6 ││                                                          ┃
			│                                      ││ At what heat? Ours turned brown, see                     │
			│                                      │╰──────────────────────────────────────────────────────────╯
			│                                      │╭ context ─────────────────────────────────────────────────╮
			│                                      ││↖ quotes                                                  │
			│                                      ││  #2 linus                                          exact │
			╰──────────────────────────────────────╯╰──────────────────────────────────────────────────────────╯
			 / silica                                                                                  2 of 3"
		`);
	});

	test('edits in the middle of the line, and types on there', async () => {
		const opened = await open('/');
		type(opened, 'camelia oil');
		for (let step = 0; step < 6; step++) opened.key('left', '\u001b[D');
		type(opened, 'l');
		const frame = await opened.frame();
		expect(frame.split('\n').at(-1)).toMatch(/^ \/ camellia oil +\d of \d$/);
		expect(opened.store.model().state.prompt?.line).toMatchObject({before: 'camell', after: 'ia oil'});
	});

	test('takes a burst of keys and Backspace in their order', async () => {
		const opened = await open('/');
		type(opened, 'rusty');
		opened.key('backspace', '\u007f');
		type(opened, ' 道具');
		expect((await opened.frame()).split('\n').at(-1)).toMatch(/^ \/ rust 道具 +no match$/);
		opened.key('esc', '\u001b');
		expect((await opened.frame()).split('\n').at(-1)).toMatch(/^ \/ search/);
	});

	test('shows the end of a line that is longer than the screen', async () => {
		const opened = await open('/');
		opened.store.dispatch({type: 'paste', text: 'x'.repeat(150)});
		type(opened, 'end');
		const last = (await opened.frame()).split('\n').at(-1) ?? '';
		expect(last).toMatch(/^ \/ …x+end$/);
		expect(last.length).toBeLessThanOrEqual(columns);
	});
});
