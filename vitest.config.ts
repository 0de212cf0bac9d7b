import {defineConfig} from 'vitest/config';

/**
Vitest asks for Node 22 in its package.json but runs on Node 20, which users of the program have. Only
its reports of failures call what Node 20 lacks, and without these a failing test would hide itself.
*/
const groups = <Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item[]> => {
	const result = new Map<Key, Item[]>();
	for (const item of items) result.set(keyOf(item), [...(result.get(keyOf(item)) ?? []), item]);
	return result;
};
if (!('groupBy' in Map)) {
	Object.assign(Map, {groupBy: groups});
	Object.assign(Object, {
		groupBy: <Item>(items: Iterable<Item>, keyOf: (item: Item) => PropertyKey) =>
			Object.fromEntries(groups(items, keyOf)),
	});
}

/** Frames are compared without colours, whoever runs the tests. */
delete process.env.NO_COLOR;
const env = {FORCE_COLOR: '0'};
const tests = 'tests/**/*.test.{ts,tsx}';
const endToEnd = 'tests/e2e/**';

export default defineConfig({
	test: {
		maxWorkers: 2,
		projects: [
			// How long a test takes says nothing of what it tests: the limit only ends one that hangs.
			{
				test: {
					name: 'units',
					include: [tests],
					exclude: [endToEnd],
					env,
					setupFiles: ['tests/same-draws.ts'],
					testTimeout: 60_000,
				},
			},
			{
				test: {
					name: 'e2e',
					include: ['tests/e2e/**/*.test.ts'],
					env,
					// The command is built once for all of them.
					globalSetup: ['tests/e2e/build-once.ts'],
					testTimeout: 60_000,
				},
			},
		],
	},
});
