/** The process around a run of the command. */
import {fstatSync, writeSync} from 'node:fs';
import process from 'node:process';
import {browse} from '../source/index.ts';
import {exitCodes} from './exit-codes.ts';
import {faultLine, stackOf, wantsStack} from './fault.ts';
import {run} from './run.ts';
import {isScreen} from './surroundings.ts';

const {stdin, stdout, stderr, env, platform, argv} = process;

/* Of what nobody caught, rejections too. The browser has given the terminal back by then. */
process.on('uncaughtException', error => {
	try {
		writeSync(stderr.fd, `${faultLine(error)}\n${wantsStack(env) ? `${stackOf(error)}\n` : ''}`);
	} catch {
		/* Nobody is left to tell. */
	}
	process.exit(exitCodes.fault);
});

/* What reads our output from a pipe, as less does, may be drawing on the same terminal. */
function isPiped(): boolean {
	try {
		return !stdout.isTTY && !fstatSync(stdout.fd).isFile();
	} catch {
		return true;
	}
}

const watched = isScreen(stderr.isTTY === true, env) && !isPiped() ? stderr : null;
const status = await run(argv.slice(2), {stdin, stdout, stderr, watched, env, platform, browse});
/* A pipe whose writer never ends would keep the process; all output has been handed over by now. */
process.exit(status);
