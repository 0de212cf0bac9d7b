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
	readonly off: () => void;
};

export function onSignals({killed, stop, resumed}: SignalHandlers): Signals {
	const listeners = deadly.map(signal => [signal, () => killed(signal)] as const);
	for (const [signal, listener] of listeners) process.on(signal, listener);
	process.on('SIGTSTP', stop);
	process.on('SIGCONT', resumed);
	return {
		stopJob: () => {
			// Only without a listener does the signal stop us; and of this stop nobody need be told.
			process.off('SIGTSTP', stop);
			process.off('SIGCONT', resumed);
			process.kill(0, 'SIGTSTP');
			process.on('SIGTSTP', stop);
			process.on('SIGCONT', resumed);
			// The window may have changed its size meanwhile: let Node look.
			process.kill(process.pid, 'SIGWINCH');
		},
		off: () => {
			for (const [signal, listener] of listeners) process.off(signal, listener);
			process.off('SIGTSTP', stop);
			process.off('SIGCONT', resumed);
		},
	};
}

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
