/**
A small full-screen program, for the tests of the harness: it shows what it read from a pipe, its size,
and the last keys it got. `q` quits, Ctrl-Z suspends, `x` crashes, `?` asks where the cursor is.
*/

import {openSync, readFileSync} from 'node:fs';
import {ReadStream} from 'node:tty';

const piped = process.stdin.isTTY ? 'nothing' : readFileSync(0, 'utf8').trim();
const keyboard = process.stdin.isTTY ? process.stdin : new ReadStream(openSync('/dev/tty', 'r'));
const keys = [];

const enter = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?1000h\x1b[?1006h\x1b[?1004h\x1b[?2004h\x1b[>1u';
const leave = '\x1b[<u\x1b[?2004l\x1b[?1004l\x1b[?1006l\x1b[?1000l\x1b[?7h\x1b[?25h\x1b[?1049l';

const draw = () => {
	const size = `${process.stdout.columns}x${process.stdout.rows}`;
	process.stdout.write(`\x1b[H\x1b[2Jpiped: ${piped}\r\nsize: ${size}\r\nkeys: ${keys.slice(-3).join(' ')}`);
};
const start = () => {
	keyboard.setRawMode(true);
	process.stdout.write(enter);
	draw();
};
const stop = () => {
	keyboard.setRawMode(false);
	process.stdout.write(leave);
};

keyboard.on('data', data => {
	const text = data.toString();
	if (text === 'q') {
		stop();
		process.exit(7);
	}
	if (text === '\x1a') {
		stop();
		process.once('SIGCONT', start);
		process.kill(process.pid, 'SIGTSTP');
		return;
	}
	if (text === '?') process.stdout.write('\x1b[6n');
	keys.push(JSON.stringify(text));
	draw();
});
process.stdout.on('resize', draw);
start();
