import {execFileSync, spawnSync} from 'node:child_process';
import {describe, expect, test} from 'vitest';
import {completion} from '../../cli/completion.ts';
import {flagTable, shells, spelling} from '../../cli/flags.ts';

const flags = flagTable(['mbox', 'text']);

test.each(shells)('the script for %s is what it was', async shell => {
	await expect(completion(shell, flags)).toMatchFileSnapshot(`frames/completion-${shell}.txt`);
});

test.each(shells)('the script for %s names every flag', shell => {
	const script = completion(shell, flags);
	for (const flag of flags) {
		expect(script).toContain(shell === 'fish' ? ` -l ${spelling(flag).slice(2)} ` : spelling(flag));
	}
});

const noBash = spawnSync('bash', ['--version']).status !== 0;

describe.skipIf(noBash)('in bash (skipped where there is none)', () => {
	test.each([
		[['--no'], '--no-color --no-state'],
		[['-f', ''], 'mbox text'],
		[['--print', 'js'], 'json jsonl'],
		[['--print', '=', 'm'], 'markdown'],
		[['--completion', '='], 'bash zsh fish'],
		[['--search', ''], ''],
		[['a'], ''],
	])('%j', (words, found) => {
		const line = ['threadview', ...words];
		const script = `${completion('bash', flags)}COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _threadview; echo "\${COMPREPLY[*]}"`;
		const out = execFileSync('bash', ['-c', script, 'bash', ...line], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		expect(out).toBe(`${found}\n`);
	});
});
