/** Output: pieces of text written to a stream no faster than its reader takes them. */
import type {Writable} from 'node:stream';

export type Outcome =
	| {readonly type: 'written'}
	/** The reader has gone away, as `head` does. That is no error. */
	| {readonly type: 'closed'}
	| {readonly type: 'failed'; readonly why: string};

/* Pieces are gathered to about this many UTF-16 units: a write costs more than its characters. */
const batchUnits = 1 << 16;

/**
Write all pieces, in order.

@param pieces - Made while they are written; no more than a batch is held. None is asked for once the reader is gone.
@returns When everything has been handed to the system, or nothing more can be. Never rejects for the stream's sake.
*/
export async function writeOutput(stream: Writable, pieces: Iterable<string>): Promise<Outcome> {
	let outcome: Outcome = stream.destroyed ? {type: 'closed'} : {type: 'written'};
	const ended = () => outcome.type !== 'written';
	function onError(error: NodeJS.ErrnoException): void {
		outcome = error.code === 'EPIPE' ? {type: 'closed'} : {type: 'failed', why: error.code ?? error.message};
	}
	function onClose(): void {
		if (!ended()) outcome = {type: 'closed'};
	}
	stream.on('error', onError).on('close', onClose);
	try {
		for (const batch of batches(pieces)) {
			if (ended()) break;
			await taken(stream, batch);
		}
		return outcome;
	} finally {
		stream.off('close', onClose);
		/* An error may still follow the write that failed: without a listener it would end the program. */
		if (!ended()) stream.off('error', onError);
	}
}

/** Resolves when the batch has been written, or when it never will be. */
function taken(stream: Writable, batch: string): Promise<void> {
	return new Promise(resolve => {
		const close = () => resolve();
		stream.once('close', close);
		stream.write(batch, () => {
			stream.off('close', close);
			resolve();
		});
	});
}

function* batches(pieces: Iterable<string>): Generator<string> {
	let batch = '';
	for (const piece of pieces) {
		batch += piece;
		if (batch.length >= batchUnits) {
			yield batch;
			batch = '';
		}
	}
	if (batch !== '') yield batch;
}
