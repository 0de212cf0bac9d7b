/**
The command table: every command's id, keys, help and group.

Keys, footer, help, palette, the README's key table and the tests all read this table
and nothing else. What a command does stands in `perform/` under the same id.

A key is a chord (`j`, `ctrl+d`, `shift+tab`) or a sequence of chords parted by blanks
(`y y`). `{mark}` stands for any one character. A count typed before a command is
handed to it.
*/
import {type Glyphs, unicode} from '../layout/glyphs.ts';
import type {PaneName} from '../layout/panes.ts';

export type Group = 'Move' | 'Follow' | 'Search' | 'Keep' | 'Screen' | 'Program';

export type Command = {
	readonly keys: readonly string[];
	readonly help: string;
	readonly group: Group;
	/** Whether `.` can repeat it. */
	readonly isJump?: true;
	/** Its word in the footer and how early it stands there; left out where it has none. */
	readonly footer?: {readonly word: string; readonly rank: number; readonly panes?: readonly PaneName[]};
};

const everyCommand = {
	'post.next': {keys: ['j', 'down'], help: 'next post, line or entry', group: 'Move'},
	'post.previous': {keys: ['k', 'up'], help: 'previous post, line or entry', group: 'Move'},
	'read.on': {
		keys: ['space'],
		help: 'read on: a page of the post, then the next post',
		group: 'Move',
		footer: {word: 'read on', rank: 3, panes: ['list', 'post']},
	},
	'read.back': {keys: ['b'], help: 'read back: a page up, then the post before', group: 'Move'},
	'page.down': {keys: ['pagedown', 'ctrl+f'], help: 'a page down in this pane', group: 'Move'},
	'page.up': {keys: ['pageup', 'ctrl+b'], help: 'a page up in this pane', group: 'Move'},
	'half.down': {keys: ['d', 'ctrl+d'], help: 'half a page down', group: 'Move'},
	'half.up': {keys: ['u', 'ctrl+u'], help: 'half a page up', group: 'Move'},
	'post.first': {keys: ['g', '<', 'home'], help: 'first post, or the top of this pane', group: 'Move'},
	'post.last': {keys: ['G', '>', 'end'], help: 'last post; 12G goes to post 12', group: 'Move'},
	'post.percent': {keys: ['%'], help: '50% goes to the middle of the thread', group: 'Move'},
	'scroll.down': {keys: ['J', 'shift+down', 'ctrl+e'], help: 'scroll the post a line down', group: 'Move'},
	'scroll.up': {keys: ['K', 'shift+up', 'ctrl+y'], help: 'scroll the post a line up', group: 'Move'},
	'quote.skip': {keys: ['S'], help: 'scroll past the quote, to the own words of the post', group: 'Move'},
	'author.next': {keys: ['] a'], help: 'next post by the same author', group: 'Move', isJump: true},
	'author.previous': {keys: ['[ a'], help: 'previous post by the same author', group: 'Move', isJump: true},
	'unread.next': {keys: ['] u'], help: 'next post you have not been at', group: 'Move', isJump: true},
	'unread.previous': {keys: ['[ u'], help: 'previous post you have not been at', group: 'Move', isJump: true},
	'topic.next': {keys: ['] t'], help: 'next thread, where the dump holds several', group: 'Move', isJump: true},
	'topic.previous': {keys: ['[ t'], help: 'previous thread', group: 'Move', isJump: true},
	'jump.repeat': {keys: ['.'], help: 'repeat the last jump that began with ] or [', group: 'Move'},
	'sibling.next': {keys: [')'], help: 'next answer to the same post', group: 'Move'},
	'sibling.previous': {keys: ['('], help: 'previous answer to the same post', group: 'Move'},
	'root.next': {keys: ['}'], help: 'next post that answers none', group: 'Move'},
	'root.previous': {keys: ['{'], help: 'previous post that answers none', group: 'Move'},
	'view.center': {keys: ['z z'], help: 'put the post in the middle of the list', group: 'Move'},
	'view.top': {keys: ['z t'], help: 'put the post at the top of the list', group: 'Move'},
	'view.bottom': {keys: ['z b'], help: 'put the post at the bottom of the list', group: 'Move'},

	follow: {
		keys: ['enter'],
		help: 'go deeper: list, post, context, then to the post chosen there',
		group: 'Follow',
		footer: {word: 'open', rank: 2},
	},
	answered: {
		keys: ['p'],
		help: 'go to the post that this one answers or quotes',
		group: 'Follow',
		footer: {word: 'answered post', rank: 4, panes: ['list', 'post']},
	},
	'history.back': {
		keys: ['backspace', 'H', 'ctrl+o'],
		help: 'go back to where you were',
		group: 'Follow',
		footer: {word: 'back', rank: 5},
	},
	'history.forward': {keys: ['L'], help: 'go forward again', group: 'Follow'},
	'quote.next': {keys: ['] q'], help: 'next quote or relation of this post', group: 'Follow', isJump: true},
	'quote.previous': {keys: ['[ q'], help: 'previous quote or relation of this post', group: 'Follow', isJump: true},

	'search.open': {keys: ['/'], help: 'find as you type', group: 'Search', footer: {word: 'search', rank: 0}},
	'match.next': {keys: ['n'], help: 'next match', group: 'Search', footer: {word: 'match', rank: 1}},
	'match.previous': {keys: ['N'], help: 'previous match', group: 'Search'},
	'search.order': {keys: ['s'], help: 'order hits by the thread or by relevance', group: 'Search'},
	'search.narrow': {
		keys: ['&', '\\'],
		help: 'list only the hits, or all posts with the hits lit',
		group: 'Search',
		footer: {word: 'all or hits', rank: 1},
	},
	'search.here': {keys: ['*'], help: 'find this author; in the post: its words, Tab the next one', group: 'Search'},

	'mark.set': {keys: ['m {mark}'], help: 'mark this post with a letter', group: 'Keep'},
	'mark.go': {keys: ["' {mark}"], help: "go to a mark; '' goes back", group: 'Keep'},
	'mark.next': {keys: ['] m'], help: 'next marked post', group: 'Keep', isJump: true},
	'mark.previous': {keys: ['[ m'], help: 'previous marked post', group: 'Keep', isJump: true},
	unread: {keys: ['U'], help: 'leave this post unread, or no longer', group: 'Keep'},
	select: {keys: ['V', 'v v'], help: 'select this post to copy, edit, pipe or save several; 3V three', group: 'Keep'},
	'copy.text': {keys: ['y y'], help: 'copy the text of this post', group: 'Keep'},
	'copy.quote': {keys: ['y q'], help: 'copy this post as a quote', group: 'Keep'},
	'copy.link': {keys: ['y l'], help: 'copy the first link; 2yl the second', group: 'Keep'},
	'copy.address': {keys: ['y p'], help: "copy this post's own address", group: 'Keep'},
	'link.open': {keys: ['o'], help: 'open the link in a browser; 2o the second', group: 'Keep'},
	'link.hints': {keys: ['f'], help: 'label the links in sight: a letter opens one, Shift copies it', group: 'Keep'},
	'post.edit': {keys: ['e'], help: 'open this post in your editor ($VISUAL or $EDITOR)', group: 'Keep'},
	'post.pipe': {keys: ['|'], help: 'give this post to a shell command', group: 'Keep'},
	'list.save': {keys: ['w'], help: ':w FILE saves what is listed as .txt .md .json .jsonl', group: 'Keep'},

	tree: {keys: ['t'], help: 'posts as trees of answers, or in their order', group: 'Screen'},
	'fold.close': {keys: ['h', 'z c'], help: 'in the tree: fold answers away, or go to the post above', group: 'Screen'},
	'fold.open': {keys: ['l', 'z o'], help: 'in the tree: unfold answers', group: 'Screen'},
	'fold.toggle': {keys: ['z a'], help: 'in the tree: fold or unfold', group: 'Screen'},
	'fold.all': {keys: ['z M'], help: 'fold every tree to its first post', group: 'Screen'},
	'fold.none': {keys: ['z R'], help: 'unfold everything', group: 'Screen'},
	'lens.conversation': {keys: ['v c'], help: 'only what these two people said to each other', group: 'Screen'},
	'lens.chain': {keys: ['v a'], help: 'only what led to this post, from the first', group: 'Screen'},
	'lens.offspring': {keys: ['v d'], help: 'only what came of this post', group: 'Screen'},
	'pane.next': {keys: ['tab', 'right'], help: 'next pane', group: 'Screen', footer: {word: 'pane', rank: 6}},
	'pane.previous': {keys: ['shift+tab', 'left'], help: 'previous pane', group: 'Screen'},
	'list.wider': {keys: ['+'], help: 'make the list wider', group: 'Screen'},
	'list.narrower': {keys: ['_'], help: 'make the list narrower', group: 'Screen'},
	'context.toggle': {keys: ['c'], help: 'show or hide the context pane', group: 'Screen'},
	'quotes.fold': {keys: ['T'], help: 'fold quotes to one line, or unfold them', group: 'Screen'},
	wrap: {keys: ['W'], help: 'wrap long lines of code and tables, or cut them', group: 'Screen'},
	raw: {keys: ['r'], help: 'the post as the dump wrote it, or as it is read', group: 'Screen'},
	reveal: {keys: ['x'], help: 'show or hide spoilers, details and signatures', group: 'Screen'},
	info: {keys: ['i'], help: 'picture of the thread: likes, dates, people', group: 'Screen'},
	mouse: {keys: ['M'], help: 'mouse on or off (off leaves text selection to the terminal)', group: 'Screen'},
	redraw: {keys: ['ctrl+l'], help: 'draw the screen anew', group: 'Screen'},

	help: {keys: ['?', 'f1'], help: 'these keys', group: 'Program', footer: {word: 'help', rank: 7}},
	palette: {keys: [':'], help: 'all commands by name; :12 goes to post 12, :50% to the middle', group: 'Program'},
	'file.follow': {keys: ['F'], help: 'follow the file as it grows, from its last post', group: 'Program'},
	'file.reload': {keys: ['R'], help: 'read the file anew and say what is new', group: 'Program'},
	peel: {keys: ['esc'], help: 'leave: prompt, picture, pane, selection, search', group: 'Program'},
	close: {
		keys: ['q'],
		help: 'leave one layer; quit from list or post',
		group: 'Program',
		footer: {word: 'quit', rank: 8},
	},
	quit: {keys: ['Q', 'ctrl+c'], help: 'quit at once', group: 'Program'},
	suspend: {keys: ['ctrl+z'], help: 'back to the shell; fg returns', group: 'Program'},
} as const satisfies Readonly<Record<string, Command>>;

export type CommandId = keyof typeof everyCommand;

export const commands: Readonly<Record<CommandId, Command>> = everyCommand;

/** Every command in the order of the table. */
export const commandIds = Object.keys(commands).filter(isCommandId);

export const groups: readonly Group[] = ['Move', 'Follow', 'Search', 'Keep', 'Screen', 'Program'];

export function isCommandId(id: string): id is CommandId {
	return Object.hasOwn(everyCommand, id);
}

/** A key as people read it: `y y` as `yy`, `ctrl+d` as `^d`, `down` as `↓`. */
export function keyLabel(key: string, glyphs: Glyphs = unicode): string {
	return key
		.split(' ')
		.map(chord => chordLabel(chord, glyphs))
		.join('');
}

const chordNames: Readonly<Record<string, string>> = {
	enter: 'Enter',
	esc: 'Esc',
	tab: 'Tab',
	'shift+tab': 'S-Tab',
	space: 'Space',
	backspace: 'Backspace',
	pagedown: 'PgDn',
	pageup: 'PgUp',
	home: 'Home',
	end: 'End',
	f1: 'F1',
};

function chordLabel(chord: string, {arrows, ellipsis}: Glyphs): string {
	switch (chord) {
		case 'up':
		case 'down':
		case 'left':
		case 'right':
			return arrows[chord];
		case 'shift+up':
			return `S-${arrows.up}`;
		case 'shift+down':
			return `S-${arrows.down}`;
		case '{mark}':
			return `a${ellipsis}z`;
		default:
			return chordNames[chord] ?? chord.replace(/^ctrl\+/, '^');
	}
}
