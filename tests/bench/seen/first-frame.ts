/**
First frames: from the start of the process until the first post's words have been written.
*/
import {type BenchRun, posts, type SizeName, sizes, wants} from '../bench-run.ts';
import {type Input, input} from '../inputs/inputs.ts';
import {firstWords, title} from '../inputs/posts.ts';
import {atMost, type Limit, missing, type Row, row} from '../row.ts';
import {median, ratioInTurn, spreadOf} from '../spread.ts';
import {isInstalled} from './programs.ts';
import {openSession} from './session.ts';

const rounds = 15;
/** What stands beside for comparison has no target, and may take ten seconds. */
const peerRounds = 3;
const large = {bytes: 100_000_000};

type Start = {
	readonly id: string;
	readonly what: string;
	readonly command: string;
	readonly args: readonly string[];
	readonly words: string;
	readonly limits: readonly Limit[];
	readonly rounds: number;
};

const id = (name: string) => `first-frame.${name}`;

export async function firstFrames(run: BenchRun): Promise<readonly Row[]> {
	const starts = [...ours(run), ...peers(run)];
	if (starts.length === 0) return [];
	const floor: Start = {
		id: id('floor'),
		what: 'the smallest Ink program draws one box',
		command: run.node,
		args: [run.programs.floor, firstWords],
		words: firstWords,
		limits: [],
		rounds,
	};
	const times = new Map<Start, number[]>([floor, ...starts].map(start => [start, []]));
	const absent = new Map<Start, string>();
	for (const start of starts) if (!isInstalled(start.command)) absent.set(start, `${start.command} is not installed`);
	// In turn, so that whatever else the machine does falls on all of them alike. The first round warms up.
	for (let round = -1; round < rounds; round++) {
		for (const [start, taken] of times) {
			if (absent.has(start) || round >= start.rounds) continue;
			const ms = await show(start).catch(error => {
				if (start.command === run.node) throw error;
				return null;
			});
			if (ms === null) absent.set(start, `${start.command} did not show it`);
			else if (round >= 0) taken.push(ms);
		}
	}
	const floorTimes = times.get(floor) ?? [];
	const against = `the floor, ${median(floorTimes).toFixed(0)} ms`;
	const rows = [...times].map(([start, taken]) => {
		const why = absent.get(start);
		if (why !== undefined) return missing(start.id, start.what, 'ms', why);
		const beside = start === floor ? {} : {against, ratio: ratioInTurn(taken, floorTimes)};
		return row({...start, value: median(taken), unit: 'ms', ...beside, spread: spreadOf(taken)});
	});
	return rows.filter(one => wants(run, one.id));
}

async function show({command, args, words}: Start): Promise<number> {
	const session = openSession(command, args);
	try {
		return await session.shown(words);
	} finally {
		await session.close();
	}
}

function ours(run: BenchRun): readonly Start[] {
	const start = (name: string, what: string, make: () => Input, limits: readonly Limit[] = []): readonly Start[] => {
		if (!wants(run, id(name))) return [];
		const args = [run.programs.threadview, make().file];
		return [{id: id(name), what, command: run.node, args, words: firstWords, limits, rounds}];
	};
	const sized = (size: SizeName) =>
		start(size, `text, ${posts[size]} posts`, () => input('oneline', {posts: posts[size]}), [atMost(1.5)]);
	return [
		...start('seed', 'text of 20 posts as in the seed', () => input('likes-only', {posts: 20}), [atMost(1.25)]),
		...sizes(run).flatMap(sized),
		...start('text-100mb', 'text, 100 MB', () => input('oneline', large), [atMost(1.5)]),
		...start('mbox-100mb', 'mbox, 100 MB', () => input('mbox', large), [atMost(1.5)]),
	];
}

function peers(run: BenchRun): readonly Start[] {
	const start = (name: string, what: string, words: string, command: string, args: () => readonly string[]) =>
		wants(run, id(name)) ? [{id: id(name), what, command, args: args(), words, limits: [], rounds: peerRounds}] : [];
	const text = () => input('oneline', large).file;
	return [
		...start('text-100mb.less', 'less, the same text', firstWords, 'less', () => [text()]),
		// Unasked it goes to the last line, for which it has to have read them all.
		...start('text-100mb.lnav', 'lnav, the same text', firstWords, 'lnav', () => ['-c', ':goto 0', text()]),
		...start('mbox-100mb.neomutt', 'neomutt, the same mbox, its first subject', title, 'neomutt', () => [
			'-n',
			'-R',
			// Where its own folder of mail is not there it asks whether to make it, before anything else.
			'-e',
			'set folder=/',
			'-f',
			input('mbox', large).file,
		]),
	];
}
