/** Choosing the theme: what was asked for, else what suits the terminal as far as it is known. */
import {isThemeName, type Theme, themes} from '../components/theme.ts';
import type {BrowseOptions} from './browse-options.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Wanted = Pick<BrowseOptions, 'color' | 'theme'>;

/** Whether the theme is to follow the terminal's background once that is known. */
export function followsBackground({color, theme}: Wanted, env: Environment): boolean {
	return color && !isThemeName(theme) && hasManyColors(env);
}

/** The theme to begin with. A name that is none counts as `auto`. */
export function chooseTheme({color, theme}: Wanted, env: Environment): Theme {
	if (!color) return themes.mono;
	if (isThemeName(theme)) return themes[theme];
	if (!hasManyColors(env)) return themes.plain;
	const dark = isDarkEnvironment(env.COLORFGBG);
	return dark === null ? themes.neutral : dark ? themes.dark : themes.light;
}

/** What is wrong with the theme that the settings name, in words, or `null`. */
export function themeProblem(theme: string): string | null {
	if (theme === 'auto' || isThemeName(theme)) return null;
	return `there is no theme ${JSON.stringify(theme)}: auto, ${Object.keys(themes).join(', ')}`;
}

function hasManyColors({TERM = '', COLORTERM}: Environment): boolean {
	return COLORTERM !== undefined || /256color|direct|kitty|ghostty|alacritty|foot/.test(TERM);
}

/** What `COLORFGBG` (rxvt, Konsole) says of the background, or `null`. */
export function isDarkEnvironment(colorFgBg: string | undefined): boolean | null {
	const background = /;(\d{1,2})$/.exec(colorFgBg ?? '')?.[1];
	if (background === undefined) return null;
	return Number(background) < 7 || Number(background) === 8;
}
