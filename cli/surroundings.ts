/** What the environment says of the terminal: colours, characters, whether there is a screen to browse on. */

export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether colours may be used. https://no-color.org: any value but the empty one forbids them. */
export function wantsColor(env: Environment): boolean {
	return (env.NO_COLOR ?? '') === '';
}

/**
Whether the locale's characters are UTF-8. POSIX, Base Definitions 8.2: the first of LC_ALL, LC_CTYPE and LANG that
is set and not empty counts; without any it is "C", which is not. Windows has no such variables and is taken as UTF-8.
*/
export function isUtf8(env: Environment, platform: NodeJS.Platform): boolean {
	const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
	return locale === undefined || locale === '' ? platform === 'win32' : /utf-?8/i.test(locale);
}

/** Whether standard output is a screen to browse on: a terminal that can place its cursor. */
export function isScreen(isTerminal: boolean, env: Environment): boolean {
	return isTerminal && env.TERM !== 'dumb';
}
