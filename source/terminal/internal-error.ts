/** A fault of threadview itself, caught where it would otherwise be taken for something that a person can mend. */
export class InternalError extends Error {
	override readonly name = 'InternalError';

	constructor(cause: unknown) {
		super(cause instanceof Error ? cause.message : String(cause), {cause});
	}
}
