/**
Detecting: which format an input is, told by its content alone.
*/
import type {Format, Sample} from './format.ts';

/**
Pick the format that is surest of the sample.

@param sample - The beginning of the input.
@param formats - In the order of preference: of two equally sure ones the first is taken.
@returns The format, or `null` if none takes it for its own. Never throws.
*/
export function detectFormat(sample: Sample, formats: readonly Format[]): Format | null {
	let surest: Format | null = null;
	let best = 0;
	for (const format of formats) {
		const sureness = format.detect(sample);
		if (sureness > best) {
			surest = format;
			best = sureness;
		}
	}
	return surest;
}
