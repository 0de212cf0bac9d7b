/**
Scratch rows: the numbers of every post or word that a key counts in and then forgets.

They are used again and again. A key needs a megabyte of them, and V8 collects all garbage, old and new, whenever 64 MB
of such rows have been made: one key in forty waited for that.
*/

type Cells<Row> = {readonly length: number; readonly subarray: (start: number, end: number) => Row};

/**
@param make - Makes a row of so many numbers.
@returns Gives a row of so many numbers, each with the value that it was left with. It is good until the next one is
	asked for, and the memory of the longest is kept.
*/
export function scratchRow<Row extends Cells<Row>>(make: (length: number) => Row): (length: number) => Row {
	let longest = make(0);
	return length => {
		// Somewhat longer: posts are still being added while a dump is read.
		if (longest.length < length) longest = make(Math.ceil(length * 1.25));
		return longest.subarray(0, length);
	};
}
