import {PassThrough} from 'node:stream';
import {render, Text, useInput} from 'ink';
import TextInput from 'ink-text-input';
import {useEffect, useState} from 'react';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {createInkStdin, type InkStdin} from '../../source/terminal/ink-stdin.ts';

/** What is drawn goes nowhere: these tests read the value. */
const createScreen = () => Object.assign(new PassThrough().resume(), {columns: 80, rows: 24, isTTY: true});

type Prompt = {readonly stdin: InkStdin; readonly value: () => string; readonly stop: () => void};

const draw = (stdin: InkStdin, tree: React.JSX.Element) =>
	render(tree, {
		stdin,
		stdout: createScreen(),
		interactive: true,
		patchConsole: false,
		exitOnCtrlC: false,
	});

const StatefulPrompt = ({onValue}: {readonly onValue: (value: string) => void}) => {
	const [value, setValue] = useState('');
	useEffect(() => onValue(value));
	return <TextInput value={value} onChange={setValue} />;
};

/** The value is a state of React. */
const promptWithState = (): Prompt => {
	const stdin = createInkStdin();
	let shown = '';
	const onValue = (value: string): void => {
		shown = value;
	};
	const {unmount} = draw(stdin, <StatefulPrompt onValue={onValue} />);
	return {stdin, value: () => shown, stop: unmount};
};

/** The value is outside React, and each change renders the whole tree anew. */
const promptWithModel = (): Prompt => {
	const stdin = createInkStdin();
	let value = '';
	const tree = () => (
		<TextInput
			value={value}
			onChange={next => {
				value = next;
				instance.rerender(tree());
			}}
		/>
	);
	const instance = draw(stdin, tree());
	return {stdin, value: () => value, stop: instance.unmount};
};

/** What stands in the prompt once all that was typed is rendered. */
const typed = ({stdin, value}: Prompt): Promise<string> =>
	new Promise(resolve => stdin.afterTyping(() => resolve(value())));

describe.each([
	['state', promptWithState],
	['model', promptWithModel],
])('a prompt with its value in a %s', (_, openPrompt) => {
	let prompt: Prompt | undefined;
	afterEach(() => prompt?.stop());

	const open = async (): Promise<Prompt> => {
		const opened = openPrompt();
		prompt = opened;
		// Ink listens from its first effects on.
		await vi.waitUntil(() => opened.stdin.listenerCount('readable') > 0);
		return opened;
	};

	test('gets three keys of one turn as three keys', async () => {
		const opened = await open();
		for (const key of 'aaa') opened.stdin.type(key);
		expect(await typed(opened)).toBe('aaa');
	});

	test('gets characters beyond ASCII, Backspace and the arrows in their order', async () => {
		const opened = await open();
		for (const key of ['a', '字', 'é', '\x7f', '\x1b[D', 'x', '\x1b[C', 'y']) opened.stdin.type(key);
		expect(await typed(opened)).toBe('ax字y');
	});

	test('keeps a long burst whole', async () => {
		const opened = await open();
		const text = 'the quick brown fox jumps over the lazy dog '.repeat(5).trim();
		for (const key of text) opened.stdin.type(key);
		expect(await typed(opened)).toBe(text);
	});

	test('has what was typed before an action when that runs', async () => {
		const opened = await open();
		const seen: string[] = [];
		opened.stdin.afterTyping(() => seen.push('at once'));
		expect(seen).toEqual(['at once']);
		opened.stdin.type('a');
		opened.stdin.type('b');
		opened.stdin.afterTyping(() => seen.push(opened.value()));
		opened.stdin.type('c');
		await typed(opened);
		expect(seen).toEqual(['at once', 'ab']);
	});

	test('has a key that an action types before the actions after it run', async () => {
		const opened = await open();
		const seen: string[] = [];
		for (const key of 'abc') opened.stdin.afterTyping(() => opened.stdin.type(key));
		opened.stdin.afterTyping(() => seen.push(opened.value()));
		await typed(opened);
		expect(seen).toEqual(['abc']);
	});
});

const Listener = ({onInput}: {readonly onInput: (input: string) => void}) => {
	useInput(onInput);
	return <Text>listening</Text>;
};

test('what an action makes listen hears the key after it', async () => {
	const stdin = createInkStdin();
	const seen: string[] = [];
	const {rerender, unmount} = draw(stdin, <Text>deaf</Text>);
	stdin.afterTyping(() => {
		queueMicrotask(() => rerender(<Listener onInput={input => seen.push(input)} />));
	});
	stdin.type('x');
	await new Promise<void>(resolve => stdin.afterTyping(resolve));
	unmount();
	expect(seen).toEqual(['x']);
});

test('what is typed with nobody listening is lost, not kept', async () => {
	const stdin = createInkStdin();
	stdin.type('x');
	const seen: string[] = [];
	const {unmount} = draw(stdin, <Listener onInput={input => seen.push(input)} />);
	await vi.waitUntil(() => stdin.listenerCount('readable') > 0);
	stdin.type('y');
	await new Promise<void>(resolve => stdin.afterTyping(resolve));
	unmount();
	expect(seen).toEqual(['y']);
});
