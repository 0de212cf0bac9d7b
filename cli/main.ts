/** The process around a run of the command. */
import {writeSync} from 'node:fs';
import process from 'node:process';
import {browse} from '../source/index.ts';
import {exitCodes} from './exit-codes.ts';
import {faultLine, stackOf, wantsStack} from './fault.ts';
import {run} from './run.ts';

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

const status = await run(argv.slice(2), {stdin, stdout, stderr, env, platform, browse});
/* A pipe whose writer never ends would keep the process; all output has been handed over by now. */
process.exit(status);
