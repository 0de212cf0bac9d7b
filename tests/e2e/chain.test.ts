/**
Following a conversation in the real terminal: from a post to what it quotes, on to what that
answers, and back to the same rows.
*/
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import type {Terminal} from './terminal.ts';
import {at, isWhole, openThreadview, temporaryFolder} from './threadview.ts';

const rule = `\n\n${'-'.repeat(25)}\n\n`;

/** Sixty posts. 41 quotes 17 without saying so, 17 quotes 5 by its number, 5 addresses the author of 2. */
function pond(): string {
	const said = new Map([
		[2, 'The pond freezes from the edge, never from the middle.'],
		[5, '@user2 does it freeze in a mild winter, too?'],
		[17, '[quote="user5, post:5, topic:1"]\ndoes it freeze\n[/quote]\n\nOnly where the reeds stand close together.'],
		[41, '[quote]\nOnly where the reeds stand close together\n[/quote]\n\nWe cut ours in autumn.'],
	]);
	return Array.from({length: 60}, (_, index) => {
		const number = index + 1;
		const text = said.get(number) ?? `Note ${number} of the pond keeper.`;
		return `user${number} | 2024-05-01 09:00:00 UTC | #${number}\n\n${text}${rule}`;
	}).join('');
}

function openPond(...args: readonly string[]): Terminal {
	const file = path.join(temporaryFolder(), 'pond.txt');
	writeFileSync(file, pond());
	return openThreadview([file, '--no-state', ...args], {columns: 140});
}

/** All rows but the footer, whose keys depend on whether there is a way back. */
const rows = (screen: readonly string[]) => screen.slice(0, -1);

/** Wait until the footer says where one is and the context pane has been worked out. */
async function arrived(terminal: Terminal, place: string, context: RegExp): Promise<readonly string[]> {
	return rows(
		await terminal.waitFor(screen => at(place)(screen) && isWhole(screen) && context.test(screen.join('\n'))),
	);
}

test('a chain of three by Enter in the context and by p, and back to the same rows by Backspace', async () => {
	const terminal = openPond();
	await terminal.waitFor(at('1/60'));
	terminal.type('41G');
	await arrived(terminal, '41/60', /#17 user17 +exact/);
	terminal.press('enter', 'enter');
	// The context pane has the focus once its entry has the cursor.
	const first = await arrived(terminal, '41/60', /▸ #17 user17 +exact/);
	terminal.press('enter');
	const second = await arrived(terminal, '17/60', /▸ #5 user5 +stated/);
	expect(second.join('\n')).toContain('answered by');
	terminal.press('p');
	const third = await arrived(terminal, '5/60', /▸ #2 user2 +mention/);
	terminal.press('p');
	await arrived(terminal, '2/60', /#5 user5 +mention/);
	for (const [place, before] of [
		['5/60', third],
		['17/60', second],
		['41/60', first],
	] as const) {
		terminal.press('backspace');
		const back = await terminal.waitFor(screen => at(place)(screen) && rows(screen).join('\n') === before.join('\n'));
		expect(rows(back)).toEqual(before);
	}
	terminal.type('L');
	await terminal.waitFor(screen => at('17/60')(screen) && rows(screen).join('\n') === second.join('\n'));
});

test('in ASCII the relations are said in words', async () => {
	const terminal = openPond('--ascii', '--post', '17');
	const screen = await arrived(terminal, '17/60', /answered by/);
	expect(screen.join('\n')).toMatch(/user5 in #5/);
	terminal.type('t');
	await terminal.waitFor(/17 .*answers #5/);
});
