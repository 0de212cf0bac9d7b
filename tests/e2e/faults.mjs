/**
Loaded into the command by `--import`: makes it fail in the way that `FAULT` names, when SIGUSR2 comes.
*/

const faults = {
	exception() {
		throw new TypeError('a fault\nof two lines');
	},
	rejection() {
		Promise.reject(new RangeError('nobody catches this'));
	},
	/** The next frame cannot be drawn. */
	drawing() {
		String.prototype.padStart = () => {
			throw new Error('no more padding');
		};
		// Whoever presses a key now knows that it cannot be drawn any more.
		process.stdout.write('\x1b]2;no more padding\x07');
	},
};

process.on('SIGUSR2', faults[process.env.FAULT]);
