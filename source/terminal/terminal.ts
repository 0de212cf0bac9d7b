/**
The terminal while the browser has it: what is typed goes to the store, what the store holds is drawn.

However the program ends, one function gives all of it back, at once: `release`.
*/
import {type Theme, themes} from '../components/theme.ts';
import {ascii} from '../layout/glyphs.ts';
import type {Size} from '../layout/panes.ts';
import type {Store} from '../view/store.ts';
import {openInkScreen} from './ink-screen.tsx';
import {createInkStdin} from './ink-stdin.ts';
import type {InputEvent} from './keyboard/input-event.ts';
import {createKeyboard, type KeyboardSource} from './keyboard/keyboard.ts';
import {createModes} from './modes.ts';
import type {Questions} from './questions.ts';
import {type DeadlySignal, onSignals} from './signals.ts';

/** Wheel steps move this many rows. */
const wheelRows = 3;

/** A terminal that does not answer may delay the end of the program by this much, in milliseconds. */
const answerMs = 100;

export type Terminal = {
	/** Type a key into the text input. */
	readonly type: (bytes: string) => void;
	/** Write a sequence that shows nothing. */
	readonly write: (sequence: string) => void;
	readonly mouse: (on: boolean) => void;
	readonly redraw: () => void;
	/** Back to the shell, until it lets the program go on. */
	readonly stop: () => void;
	/**
	Let another program have the terminal. `run` runs it to its end before it returns; what it returns is shown on the
	plain screen until a key is pressed. It may not throw.
	*/
	readonly lend: (run: () => string) => void;
	/**
	Resolves when the terminal has gone, or with the signal that ends the program. Rejects when drawing failed.
	*/
	readonly ended: Promise<DeadlySignal | null>;
	/** Give the terminal back as it was found. Resolves with whether there still is one. */
	readonly close: () => Promise<'given back' | 'gone'>;
};

/** The size of the terminal in cells, also where it does not tell. */
export function terminalSize(): Size {
	return {columns: process.stdout.columns || 80, rows: process.stdout.rows || 24};
}

/**
Take the terminal and draw the first frame.

@param source - Where keys come from.
@param questions - What is to be asked; the answers change glyphs and theme.
*/
export function openTerminal(store: Store, source: KeyboardSource, questions: Questions, theme: Theme): Terminal {
	const {stdout} = process;
	const modes = createModes(stdout.fd);
	const keyboard = createKeyboard(source);
	const inkStdin = createInkStdin();
	const typed: Typed[] = [];
	/** Resolved while nobody else has the terminal or waits for it. */
	let turn = Promise.resolve();
	let given = false;
	/** What a key is for while the plain screen waits for one. */
	let sawKey = () => {};
	let end = (_signal: DeadlySignal | null) => {};
	const ending = new Promise<DeadlySignal | null>(resolve => {
		end = resolve;
	});

	const stopListening = keyboard.listen(heard);
	const signals = onSignals({killed: end, stop, resumed});
	stdout.on('resize', resized);
	// Writing to a terminal that has gone fails; that it has gone is told by its signal.
	stdout.on('error', ignore);
	process.on('exit', release);
	process.on('uncaughtExceptionMonitor', release);
	modes.enter();
	if (store.model().state.mouse) modes.mouse(true);
	keyboard.start();
	// Not before the terminal is raw: it would show the answers.
	modes.write(questions.bytes);
	const screen = openInkScreen(store, theme, inkStdin, modes.write);

	function release(): void {
		screen.close();
		modes.leave();
		keyboard.stop();
	}

	async function close(): Promise<'given back' | 'gone'> {
		screen.close();
		modes.leave();
		await Promise.race([questions.answered, keyboard.closed, after(answerMs)]);
		stopListening();
		keyboard.stop();
		signals.off();
		stdout.off('resize', resized);
		process.off('exit', release);
		process.off('uncaughtExceptionMonitor', release);
		return modes.gone() ? 'gone' : 'given back';
	}

	/** Give the terminal away while `away` runs; one after the other, as Ink must have it back in between. */
	function giveAway(away: () => void | Promise<void>): void {
		turn = turn.then(() =>
			screen.suspend(async () => {
				given = true;
				keyboard.stop();
				modes.leave();
				await away();
				given = false;
				modes.enter();
				keyboard.start();
			}),
		);
	}

	function stop(): void {
		giveAway(() => signals.stopJob());
	}

	function lend(run: () => string): void {
		giveAway(async () => {
			let told = '';
			signals.lend(() => {
				told = run();
			});
			if (told === '') return;
			// A terminal that is slow holds us up, and loses nothing.
			stdout.write(`${told}${told.endsWith('\n') ? '' : '\n'}[press a key]`);
			keyboard.start();
			await Promise.race([new Promise<void>(seen => (sawKey = seen)), keyboard.closed]);
			stdout.write('\n');
		});
	}

	/** Whoever had the terminal meanwhile has set it as they like. */
	function resumed(): void {
		if (given) return;
		keyboard.stop();
		keyboard.start();
		modes.again();
		screen.redraw();
	}

	function resized(): void {
		store.dispatch({type: 'resize', ...terminalSize()});
	}

	function heard(event: InputEvent): void {
		const answer = questions.hear(event);
		if (answer?.type === 'wide-signs') store.learn({glyphs: ascii});
		if (answer?.type === 'background') screen.wear(answer.dark ? themes.dark : themes.light);
		if (given) {
			if (event.type === 'key' || event.type === 'paste') sawKey();
			return;
		}
		if (event.type === 'mouse') pointed(store, event);
		if (event.type === 'key' || event.type === 'paste') {
			typed.push(event);
			// What was typed before must have reached the prompt first.
			inkStdin.afterTyping(takeTyped);
		}
	}

	/** Dispatch what was typed next. Letters for the prompt that came while it was drawn are typed into it at once. */
	function takeTyped(): void {
		const event = typed.shift();
		if (event === undefined) return;
		let text = plainText(event);
		if (store.model().state.prompt === null || text === '') {
			store.dispatch(event);
			return;
		}
		const first = text;
		for (let more = plainText(typed[0]); more !== ''; more = plainText(typed[0])) {
			text += more;
			typed.shift();
		}
		store.dispatch(text === first ? event : {type: 'paste', text});
	}

	return {
		type: inkStdin.type,
		write: modes.write,
		mouse: modes.mouse,
		redraw: screen.redraw,
		stop,
		lend,
		ended: Promise.race([ending, screen.failed, keyboard.closed.then(() => null)]),
		close,
	};
}

type Typed = InputEvent & {readonly type: 'key' | 'paste'};

/** What a key types, or a paste pastes; nothing for other keys. */
function plainText(event: Typed | undefined): string {
	if (event === undefined) return '';
	if (event.type === 'paste') return event.text;
	return /^[^\p{Cc}]+$/u.test(event.bytes) ? event.bytes : '';
}

function pointed(store: Store, {action, column, row}: InputEvent & {readonly type: 'mouse'}): void {
	if (action === 'press') store.dispatch({type: 'click', column, row});
	if (action === 'wheel-up') store.dispatch({type: 'wheel', column, row, rows: -wheelRows});
	if (action === 'wheel-down') store.dispatch({type: 'wheel', column, row, rows: wheelRows});
}

function ignore(): void {}

/** Resolves after a time in milliseconds, for which nothing is kept waiting. */
export function after(ms: number): Promise<null> {
	return new Promise(resolve => {
		setTimeout(() => resolve(null), ms).unref();
	});
}
