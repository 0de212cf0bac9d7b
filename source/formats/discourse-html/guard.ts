/**
The guard: what no input should bring about, as a tag of half a gigabyte, which is more than
a string can hold, ends the reading and not the program.
*/

/**
@param onFailure - Told once, when reading has failed; nothing is read any more from then on.
@returns Runs a part of the reading. Never throws.
*/
export function createGuard(onFailure: () => void): (read: () => void) => void {
	let hasFailed = false;
	return read => {
		if (hasFailed) return;
		try {
			read();
		} catch {
			hasFailed = true;
			onFailure();
		}
	};
}
