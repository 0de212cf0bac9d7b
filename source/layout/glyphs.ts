/**
Glyphs: every sign the screen draws besides the words of a dump, in two sets.

The ASCII set is for locales without UTF-8, for `--ascii`, and for terminals that draw
these signs two cells wide.
*/
export type Glyphs = {
	readonly cursor: string;
	readonly heart: string;
	readonly up: string;
	readonly down: string;
	/** Before the post that a quote is from, and before the one that a post answers: in ASCII the relation in words. */
	readonly quoted: string;
	readonly answers: string;
	readonly dot: string;
	readonly ellipsis: string;
	readonly bar: string;
	readonly bullet: string;
	readonly folded: string;
	readonly unfolded: string;
	/** How many answers are folded away. */
	readonly foldedAway: (count: string) => string;
	/** Before a post in a tree that has no answers. */
	readonly leaf: string;
	readonly inferred: string;
	/** Before a post that is new since the last visit. */
	readonly fresh: string;
	/** Behind the number of a post that is selected. */
	readonly selected: string;
	/** The map bar: the part on screen, a hit, the hit at the cursor, a mark, a liked post. */
	readonly map: {
		readonly view: string;
		readonly hit: string;
		readonly current: string;
		readonly mark: string;
		readonly liked: string;
	};
	/** Corners clockwise from the top left, then horizontal and vertical. */
	readonly box: readonly [string, string, string, string, string, string];
	readonly rule: string;
	/** How the arrow keys are named. */
	readonly arrows: {readonly up: string; readonly down: string; readonly left: string; readonly right: string};
	/** Eight heights of a bar, lowest first. */
	readonly levels: readonly string[];
	readonly meter: string;
};

export const unicode: Glyphs = {
	cursor: '▸',
	heart: '♥',
	up: '↖',
	down: '↘',
	quoted: '↖ ',
	answers: '↖',
	dot: '·',
	ellipsis: '…',
	bar: '▎',
	bullet: '•',
	folded: '▸',
	unfolded: '▾',
	foldedAway: count => `+${count}`,
	leaf: '╴',
	inferred: '≈',
	fresh: '•',
	selected: '✓',
	map: {view: '┃', hit: '◆', current: '◀', mark: '★', liked: '♥'},
	box: ['╭', '╮', '╯', '╰', '─', '│'],
	rule: '─',
	arrows: {up: '↑', down: '↓', left: '←', right: '→'},
	levels: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
	meter: '━',
};

export const ascii: Glyphs = {
	cursor: '>',
	heart: '+',
	up: '^',
	down: 'v',
	quoted: 'in ',
	answers: 'answers ',
	dot: '-',
	ellipsis: '...',
	bar: '>',
	bullet: '*',
	folded: '+',
	unfolded: '-',
	foldedAway: count => `${count} folded`,
	leaf: '.',
	inferred: '~',
	fresh: '*',
	selected: 'x',
	map: {view: '#', hit: '*', current: '<', mark: '!', liked: '+'},
	box: ['+', '+', '+', '+', '-', '|'],
	rule: '-',
	arrows: {up: 'Up', down: 'Down', left: 'Left', right: 'Right'},
	levels: ['_', '.', ':', '-', '=', '+', '*', '#'],
	meter: '=',
};
