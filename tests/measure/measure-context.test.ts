import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {readTruth} from './discourse-truth.ts';
import {type Score, scoreContext} from './score-context.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/dumps/discourse-json');

test.skipIf(!existsSync(folder)).each(['kept', 'hidden'] as const)(
	'what real topics state is found again, names %s (skipped without ../shared)',
	async names => {
		const files = readdirSync(folder).map(name => path.join(folder, name));
		const posts = await readTruth(files.filter(file => file.endsWith('.json')));
		const score = scoreContext(posts, names, () => ['all']).get('all');
		if (score === undefined) expect.fail('no scores');
		expect(score.quotes).toBeGreaterThan(300);
		expect(share(score, 'found', 'quotes')).toBeGreaterThanOrEqual(0.97);
		expect(share(score, 'right', 'found')).toBeGreaterThanOrEqual(0.99);
		expect(share(score, 'strictlyRight', 'found')).toBeGreaterThanOrEqual(0.98);
		expect(share(score, 'likely', 'plain')).toBeGreaterThanOrEqual(0.35);
		expect(share(score, 'likelyRight', 'likely')).toBeGreaterThanOrEqual(0.85);
	},
);

function share(score: Score, part: keyof Score, whole: keyof Score): number {
	return score[part] / score[whole];
}
