import {expect, test} from 'vitest';
import {themes} from '../../source/components/theme.ts';
import {chooseTheme, themeProblem} from '../../source/terminal/choose-theme.ts';

test.each(['auto', ...Object.keys(themes)])('%s is a theme', theme => {
	expect(themeProblem(theme)).toBeNull();
});

test.each(['solarized', 'Dark', '', 'constructor', '\u001b[31m'])(
	'%j is none: it is said, and counts as auto',
	theme => {
		expect(themeProblem(theme)).toBe(
			`there is no theme ${JSON.stringify(theme)}: auto, plain, neutral, dark, light, mono`,
		);
		const env = {TERM: 'xterm-256color', COLORFGBG: '15;0'};
		expect(chooseTheme({color: true, theme}, env)).toBe(chooseTheme({color: true, theme: 'auto'}, env));
	},
);
