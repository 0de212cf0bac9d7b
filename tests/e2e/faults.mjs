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
		// A key that asks for a frame. Typed in the terminal it could be the shell's, if a frame has come by itself.
		process.stdin.unshift('j');
	},
};

process.on('SIGUSR2', faults[process.env.FAULT]);
