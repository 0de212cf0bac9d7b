/**
Signals: what the system or a shell wants of the program, and stopping as a shell's job does.
*/
import {constants} from 'node:os';

const deadly = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const;
export type DeadlySignal = (typeof deadly)[number];

export type SignalHandlers = {
	readonly killed: (signal: DeadlySignal) => void;
	/** Somebody wants the program to stop; `stopJob` does it. */
	readonly stop: () => void;
	/** The program goes on after it was stopped without being asked. */
	readonly resumed: () => void;
};

export type Signals = {
	/**
	Stop the whole job, as the terminal's own Ctrl-Z does, until somebody continues it: the call returns then.
	Without a shell that could continue it, the system lets the program go on at once (POSIX, orphaned process groups).
	*/
	readonly stopJob: () => void;
	/**
	Let another program have the terminal's signals while `run` runs it to its end: its Ctrl-C is not for us, and with
	its Ctrl-Z the whole job stops.
	*/
	readonly lend: (run: () => void) => void;
	readonly off: () => void;
};

export function onSignals({killed, stop, resumed}: SignalHandlers): Signals {
	const listeners = deadly.map(signal => [signal, () => killed(signal)] as const);
	for (const [signal, listener] of listeners) process.on(signal, listener);
	process.on('SIGTSTP', stop);
	process.on('SIGCONT', resumed);
	/** Only without a listener does the signal stop us; and of such a stop nobody need be told. */
	const stoppable = (run: () => void) => {
		process.off('SIGTSTP', stop);
		process.off('SIGCONT', resumed);
		try {
			run();
		} finally {
			process.on('SIGTSTP', stop);
			process.on('SIGCONT', resumed);
			// The window may have changed its size meanwhile: let Node look.
			process.kill(process.pid, 'SIGWINCH');
		}
	};
	const typed = listeners.filter(([signal]) => signal === 'SIGINT' || signal === 'SIGQUIT');
	return {
		stopJob: () => stoppable(() => process.kill(0, 'SIGTSTP')),
		lend: run => {
			for (const [signal, listener] of typed) process.on(signal, ignore).off(signal, listener);
			try {
				stoppable(run);
			} finally {
				// Node hands over what came meanwhile when it next looks for input: two turns from now it has.
				setImmediate(() =>
					setImmediate(() => {
						for (const [signal, listener] of typed) process.on(signal, listener).off(signal, ignore);
					}),
				);
			}
		},
		off: () => {
			for (const [signal, listener] of listeners) process.off(signal, listener);
			process.off('SIGTSTP', stop);
			process.off('SIGCONT', resumed);
		},
	};
}

function ignore(): void {}

/** The exit status that a shell reports of a program that died of a signal. */
export function signalStatus(signal: DeadlySignal): number {
	return 128 + constants.signals[signal];
}

/**
End the program as a terminal that goes away does. An ordinary exit would end in a crash: Node insists on setting
back the modes of a terminal that is no more.
*/
export function hangUp(): void {
	process.removeAllListeners('SIGHUP');
	process.kill(process.pid, 'SIGHUP');
}
