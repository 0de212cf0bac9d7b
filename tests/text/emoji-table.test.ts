/**
The emoji table: made here from emojibase-data, and checked for being fresh.
`npm run docs` writes it anew.
*/
import {createRequire} from 'node:module';
import {expect, test} from 'vitest';
import {emoji} from '../../source/text/emoji.ts';

type Drawn = {readonly hexcode: string; readonly type?: number};

const require = createRequire(import.meta.url);
const drawn: readonly (Drawn & {readonly skins?: readonly Drawn[]})[] = require('emojibase-data/en/data.json');

/** Where one name means two emoji, the earlier source wins. */
const sources = ['github', 'iamcal', 'joypixels'] as const;

/** Names that Discourse writes and none of the sources holds, and the name they stand for. */
const aliases = {blonde_man: 'blond_haired_man', crazy_face: 'zany_face'};

/** Whether an emoji has a skin tone. Such are put together from the name and the tone. */
const isToned = (hexcode: string): boolean => /-1F3F[B-F]/.test(hexcode);

/** Name → hexcode. */
function namesOf(): ReadonlyMap<string, string> {
	const names = new Map<string, string>();
	for (const source of sources.toReversed()) {
		const codes: Record<string, string | string[]> = require(`emojibase-data/en/shortcodes/${source}.json`);
		for (const [hexcode, given] of Object.entries(codes)) {
			if (!isToned(hexcode)) for (const name of [given].flat()) names.set(name, hexcode);
		}
	}
	for (const [alias, name] of Object.entries(aliases)) {
		const hexcode = names.get(name);
		if (hexcode !== undefined) names.set(alias, hexcode);
	}
	/* Slack writes a skin tone as a code of its own, from 2. */
	for (let tone = 0; tone < 5; tone++) names.set(`skin-tone-${tone + 2}`, (0x1f3fb + tone).toString(16).toUpperCase());
	return names;
}

/* A lone character that is text by default (type 0) is asked to be an emoji. */
const isText = new Set(drawn.filter(({type}) => type === 0).map(({hexcode}) => hexcode));

function fromHexcode(hexcode: string): string {
	const characters = String.fromCodePoint(...hexcode.split('-').map(part => Number.parseInt(part, 16)));
	return !hexcode.includes('-') && isText.has(hexcode) ? `${characters}\ufe0f` : characters;
}

function tableModule(): string {
	const lines = new Map<string, string>();
	const inOrder = [...namesOf()].sort(([a], [b]) => (a < b ? -1 : 1));
	for (const [name, hexcode] of inOrder) {
		const found = fromHexcode(hexcode);
		lines.set(found, `${lines.get(found) ?? found} ${name}`);
	}
	return [
		'/**',
		'Emoji and their names, one emoji a line. Generated: `npm run docs` writes it anew.',
		'',
		'The names are those of emojibase-data, Copyright (c) 2017-2019 Miles Johnson, MIT licence.',
		'*/',
		`export const emojiTable = \`${[...lines.values()].join('\n')}\`;`,
		'',
	].join('\n');
}

test('is fresh (npm run docs writes it)', async () => {
	await expect(tableModule()).toMatchFileSnapshot('../../source/text/emoji-table.ts');
});

test('gives every name its emoji', () => {
	const names = [...namesOf()];
	expect(names.length).toBeGreaterThan(3000);
	expect(names.filter(([name, hexcode]) => emoji(name) !== fromHexcode(hexcode))).toEqual([]);
});
