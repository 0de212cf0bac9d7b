/**
Fixtures: every `fixtures/<format>/<case>` read whole, against the parse that lies beside it.
`UPDATE=1` writes those anew.
*/
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {parseOf, readDump} from './read-dump.ts';

describe.each(readdirSync('fixtures'))('fixtures/%s', format => {
	const folder = `fixtures/${format}`;
	const cases = readdirSync(folder).filter(name => !name.endsWith('.expected.json'));

	it.each(cases)('%s', async name => {
		const parse = parseOf(await readDump(readFileSync(`${folder}/${name}`)));
		const expected = `${folder}/${name.replace(/\.[^.]+$/, '.expected.json')}`;
		if (process.env.UPDATE === '1') writeFileSync(expected, `${JSON.stringify(parse, null, '\t')}\n`);
		expect(existsSync(expected), `${expected} is missing: run with UPDATE=1 and read what it wrote`).toBe(true);
		expect(JSON.parse(JSON.stringify(parse))).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
		// What was printed keeps the name of the format it was printed from.
		if (format !== 'threadview') expect(parse).toMatchObject({format});
	});

	it.each(cases)('%s reads the same in chunks of any size', async name => {
		const bytes = readFileSync(`${folder}/${name}`);
		const whole = parseOf(await readDump(bytes));
		for (const size of [1, 7, 64]) expect(parseOf(await readDump(bytes, undefined, size))).toEqual(whole);
	});
});
