import {expect, test} from 'vitest';
import {footerEnd, passage} from '../../source/thread/passage.ts';

const rule = '_'.repeat(47);
const footer = `${rule}\nshed mailing list\nhttps://lists.garden.example/listinfo/shed`;

test.each([
	['words alone', 'The rake.', 'The rake.'],
	['a footer below', `The rake.\n\n${footer}`, 'The rake.\n'],
	['a footer between', `The rake.\n\n${footer}\n\nThe hoe.`, 'The rake.\n\n\nThe hoe.'],
	['two footers', `${footer}\n\n${footer}`, ''],
	['what is left of a file', 'The rake.\n\n[attachment: rake.jpg, 12 KB]', 'The rake.\n'],
	['a file within words', 'See [attachment: rake.jpg] there.', 'See [attachment: rake.jpg] there.'],
	['a rule alone', `The rake.\n${rule}\nThe hoe.`, `The rake.\n${rule}\nThe hoe.`],
	[
		'a rule far above the list’s name',
		`${rule}\n${'x\n'.repeat(9)}mailing list`,
		`${rule}\n${'x\n'.repeat(9)}mailing list`,
	],
	['no words', '', ''],
])('%s', (_, text, words) => {
	expect(passage(text)).toBe(words);
});

test('a footer ends before a blank line, and before the next part', () => {
	const lines = [rule, 'shed mailing list', '-------------- next part --------------', 'Name: rake.jpg'];
	expect(footerEnd(lines, 0)).toBe(2);
	expect(footerEnd([rule, 'shed mailing list', '', 'more'], 0)).toBe(2);
	expect(footerEnd(lines, 1)).toBeNull();
});
