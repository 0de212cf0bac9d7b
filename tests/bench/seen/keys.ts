/**
Keys: from a key written to the last byte of the frame it makes, all panes on, the dump read and indexed.
*/
import {setTimeout as pause} from 'node:timers/promises';
import {type BenchRun, posts, type SizeName, sizes, wants} from '../bench-run.ts';
import {input} from '../inputs/inputs.ts';
import {firstWords} from '../inputs/posts.ts';
import {vocabulary} from '../inputs/vocabulary.ts';
import {atMost, type Row, row} from '../row.ts';
import {median, spreadOf} from '../spread.ts';
import {type Answer, openSession, type Session} from './session.ts';

/** So many that ten are worse than the 99th of a hundred: the collector comes once in some thirty keys, the machine when it likes. */
const keyCount = 1000;
/** From the middle of a thread on there are fewer than half of its posts. */
const keysIn = (size: SizeName) => Math.min(keyCount, Math.floor(posts[size] * 0.4));
const pairCount = 300;
const warmUp = 30;
/** The letter is drawn at once, and its hits, of very many posts, in a later frame: within so many milliseconds. */
const hitsComeBy = 250;
/** A frame at 60 a second, in milliseconds. */
const frame = 16;
/** What may take longer than a frame must still be done by then, in milliseconds. */
const atOnce = 50;

export async function keys(run: BenchRun): Promise<readonly Row[]> {
	const rows: Row[] = [];
	for (const size of sizes(run)) {
		const acts = posts[size] >= posts['100k'];
		const names = [`key.${size}`, `typing.${size}`, ...(acts ? [`action.${size}`] : [])];
		if (!names.some(name => wants(run, name))) continue;
		const small = await open(run, '20');
		const session = await open(run, size);
		try {
			rows.push(...(await keyRows(size, session, small)));
			if (size === '20') continue;
			rows.push(await typingRow(size, session));
			if (acts) rows.push(...(await actionRows(size, session)));
		} finally {
			await Promise.all([small.close(), session.close()]);
		}
	}
	return rows.filter(({id}) => wants(run, id));
}

async function open({node, programs}: BenchRun, size: SizeName): Promise<Session> {
	const {file} = input('oneline', {posts: posts[size]});
	const session = openSession(node, [programs.threadview, file]);
	await session.shown(firstWords);
	await session.settled();
	await session.press('50%');
	return session;
}

/** Nine posts down and nine up again: what 20 posts allow. */
const toAndFro = (at: number) => (at % 18 < 9 ? 'j' : 'k');

async function keyRows(size: SizeName, session: Session, small: Session): Promise<readonly Row[]> {
	const here: Answer[] = [];
	const there: Answer[] = [];
	for (let at = -warmUp; at < pairCount; at++) {
		const pair = [await session.press(toAndFro(at + warmUp)), await small.press(toAndFro(at + warmUp))] as const;
		if (at < 0) continue;
		here.push(pair[0]);
		there.push(pair[1]);
	}
	const times = (answers: readonly Answer[]) => answers.map(({ms}) => ms);
	const smallMs = median(times(there));
	// Where there are enough, posts never seen before.
	const moves = size === '20' ? here : await series(session, Array<string>(keysIn(size)).fill('j'));
	const spread = spreadOf(times(moves));
	const what = `j, ${posts[size]} posts`;
	const rows = [
		row({
			id: `key.${size}`,
			what: `${what}: p99`,
			unit: 'ms',
			value: spread.p99,
			spread,
			limits: [atMost(frame, 'value')],
		}),
		row({
			id: `key.${size}.bytes`,
			what: `${what}: median`,
			unit: 'bytes',
			value: median(moves.map(({bytes}) => bytes)),
		}),
	];
	if (size === '20') return rows;
	return [
		...rows,
		row({
			id: `key.${size}.vs-20`,
			what: `j and k over nine posts, ${posts[size]} posts: median`,
			unit: 'ms',
			value: median(times(here)),
			against: `20 posts, ${smallMs.toFixed(1)} ms`,
			ratio: median(times(here)) / smallMs,
			spread: spreadOf(times(here)),
			limits: [atMost(1.2)],
		}),
		await heldRow(size, session),
	];
}

async function series(session: Session, keysTyped: readonly string[]): Promise<readonly Answer[]> {
	const answers: Answer[] = [];
	for (const key of keysTyped) answers.push(await session.press(key));
	return answers;
}

/** A key held down: how long after the last of 120 the screen stands still. */
async function heldRow(size: SizeName, session: Session): Promise<Row> {
	const every = 1000 / 60;
	const start = performance.now();
	for (let at = 0; at < 119; at++) {
		session.type('k');
		await pause(Math.max(0, start + (at + 1) * every - performance.now()));
	}
	const {ms} = await session.press('k');
	return row({id: `key.${size}.held`, what: '120 keys at 60 a second: after the last', unit: 'ms', value: ms});
}

/** Queries typed into the prompt, the screen seen after every letter. */
async function typingRow(size: SizeName, session: Session): Promise<Row> {
	const queries = [30, 300, 3000, 12_000].map((rank, at) => {
		const word = vocabulary[rank] ?? '';
		return at % 2 === 0 ? word : `${word} ${vocabulary[rank / 10] ?? ''}`;
	});
	let times: number[] = [];
	for (const [at, query] of [queries[0] ?? '', ...queries].entries()) {
		// The first one warms up.
		if (at === 1) times = [];
		await session.press('/');
		// A blank alone changes nothing that is found, and may change nothing that is seen.
		for (const letter of query.match(/ ?\S/g) ?? []) times.push((await session.press(letter, hitsComeBy)).ms);
		// What came late would be taken for the answer to Esc, and Esc with the next key for another one.
		await session.press('\u001b', hitsComeBy);
	}
	const spread = spreadOf(times);
	return row({
		id: `typing.${size}`,
		what: `a letter of a query until its hits are seen: p95`,
		unit: 'ms',
		value: spread.p95,
		spread,
	});
}

type Action = {
	readonly name: string;
	readonly what: string;
	readonly act: (session: Session) => Promise<Answer>;
	readonly undo: readonly string[];
};

const key = (name: string, what: string, pressed: string, undo: readonly string[]): Action => ({
	name,
	what,
	act: session => session.press(pressed),
	undo,
});

const esc = '\u001b';

const actions: readonly Action[] = [
	key('end', 'jump to the last post', 'G', ['g']),
	key('page', 'a page down', '\u001b[6~', ['\u001b[5~']),
	key('help', 'open help', '?', [esc]),
	key('palette', 'open the palette', ':', [esc]),
	key('info', 'open the picture of the thread', 'i', [esc]),
	key('tree', 'posts as trees', 't', ['t']),
	key('copy', 'copy the text of a post', 'yy', ['j']),
	{
		name: 'resize',
		what: 'resize',
		act: session => session.resize(180, 50),
		undo: [],
	},
];

async function actionRows(size: SizeName, session: Session): Promise<readonly Row[]> {
	const rows: Row[] = [];
	const measure = async ({name, what, act, undo}: Action) => {
		const times: number[] = [];
		for (let round = 0; round < 10; round++) {
			times.push((await act(session)).ms);
			for (const pressed of undo) await session.press(pressed);
			if (undo.length === 0) await session.resize(200, 60);
		}
		const spread = spreadOf(times);
		rows.push(
			row({
				id: `action.${size}.${name}`,
				what: `${what}: p95`,
				unit: 'ms',
				value: spread.p95,
				spread,
				limits: size === '100k' ? [atMost(atOnce, 'value')] : [],
			}),
		);
	};
	for (const action of actions) await measure(action);
	await session.press('t');
	await measure(key('fold', 'fold all trees', 'zM', ['zR']));
	await session.press('t');
	await session.press(`/${vocabulary[30] ?? ''}`, hitsComeBy);
	await session.press('\r', hitsComeBy);
	await measure(key('sort', 'hits by relevance', 's', ['s']));
	await measure(key('filter', 'only the hits, or all posts', '&', ['&']));
	await session.press(esc);
	return rows;
}
