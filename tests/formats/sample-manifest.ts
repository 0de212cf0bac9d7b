/**
The manifest of the real dumps in ../shared: how many posts each holds.
*/
import {readFileSync} from 'node:fs';

/** How many posts a sample holds, its path taken from the folder of the samples. */
export function postCount(path: string): number {
	const lines = readFileSync('../shared/dumps/MANIFEST.tsv', 'utf8').split('\n');
	const count = lines.map(line => line.split('\t')).find(([name]) => name === path)?.[2];
	return Number.parseInt(count ?? 'NaN', 10);
}
