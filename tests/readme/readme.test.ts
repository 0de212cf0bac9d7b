/**
README.md: what it shows is what the program does. `npm run docs` writes the generated
parts anew.
*/
import {existsSync, readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import * as door from '../../source/index.ts';
import {checkSettings} from '../../source/settings/settings.ts';
import {makeKeymap} from '../../source/view/keymap.ts';
import {freshReadme} from './fresh-readme.ts';

const readme = readFileSync('README.md', 'utf8');

/** The first block of a language. */
function block(language: string): string {
	return new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(readme)?.[1] ?? '';
}

test('shows the screen, the keys and the output as they are (npm run docs writes them)', async () => {
	await expect(await freshReadme(readme)).toMatchFileSnapshot('../../README.md');
});

test('begins with the command that opens a dump, then the one that tests', () => {
	const commands = readme.match(/(?<=^```sh\n)[\s\S]*?(?=\n```$)/gm);
	expect(commands?.slice(0, 2)).toEqual([
		'npm install && npm start -- fixtures/discourse-text/seeds-over-winter.txt',
		'npm install && npm test',
	]);
});

test('shows settings that are sound', () => {
	const {settings, problems} = checkSettings(JSON.parse(block('json')));
	expect(problems).toEqual([]);
	expect(Object.keys(settings.keys).length).toBeGreaterThan(0);
	expect(makeKeymap(settings.keys)).toHaveProperty('keysOf');
});

test('shows a library use of names that the library has', () => {
	const names = /import \{([^}]*)\} from 'threadview'/.exec(block('js'))?.[1]?.split(', ') ?? [];
	expect(names.length).toBeGreaterThan(1);
	expect(names.filter(name => !Object.hasOwn(door, name))).toEqual([]);
});

test.each(['README.md', 'CONTRIBUTING.md', 'source/README.md'])('%s links to what is there', file => {
	const folder = file.replace(/[^/]*$/, '');
	const targets = Array.from(
		readFileSync(file, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g),
		([, target = '']) => target,
	);
	expect(targets.filter(target => !existsSync(folder + target))).toEqual([]);
});
