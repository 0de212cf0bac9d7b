/** Where settings are kept: the directory that the system keeps a program's configuration in. */
import envPaths from 'env-paths';

export const settingsFile = 'config.json';
export const placesFile = 'places.json';
export const queriesFile = 'queries.json';

/** @returns As `~/.config/threadview` (XDG_CONFIG_HOME is honoured). It need not exist. */
export function settingsDirectory(): string {
	return envPaths('threadview', {suffix: ''}).config;
}
