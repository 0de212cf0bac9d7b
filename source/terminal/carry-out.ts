/** Carrying out: what the view wants done outside of it, done. */
import type {Engine} from '../search/search.ts';
import type {Effect} from '../view/effects.ts';
import type {Store} from '../view/store.ts';
import {clipboardSequence} from './clipboard.ts';
import {openUrl} from './open-url.ts';
import type {PostsOut} from './posts-out.ts';
import type {Terminal} from './terminal.ts';

export type Outside = {
	readonly store: Store;
	readonly engine: Engine;
	/** `null` until there is one: what concerns it is then left out. */
	readonly terminal: Terminal | null;
	readonly follow: (on: boolean) => void;
	readonly reload: () => void;
	readonly postsOut: PostsOut;
	readonly quit: () => void;
};

/** Do what an effect asks for; what comes of it is dispatched. */
export function carryOut(effect: Effect, {store, engine, terminal, follow, reload, postsOut, quit}: Outside): void {
	const warn = (text: string) => store.dispatch({type: 'notice', level: 'warning', text});
	switch (effect.type) {
		case 'search':
			store.dispatch({type: 'found', results: engine.search(effect.query, effect.mode)});
			if (effect.mode === 'regex') goOn(store, engine, effect.query);
			break;
		case 'copy': {
			const sequence = clipboardSequence(effect.text);
			if (sequence === null) warn('too long for the clipboard of a terminal');
			else terminal?.write(sequence);
			break;
		}
		case 'open':
			void openUrl(effect.url).then(warning => {
				if (warning !== null) warn(warning);
			});
			break;
		case 'let-through':
			terminal?.type(effect.bytes);
			break;
		case 'mouse':
			terminal?.mouse(effect.on);
			break;
		case 'follow':
			follow(effect.on);
			break;
		case 'reload':
			reload();
			break;
		case 'unread': {
			const {read, dump} = store.model();
			read.leaveUnread(dump.indexOf(effect.post), effect.on);
			store.dispatch({type: 'progress'});
			break;
		}
		case 'edit':
			void postsOut.edit(effect.posts);
			break;
		case 'pipe':
			void postsOut.pipe(effect.posts, effect.command);
			break;
		case 'save':
			void postsOut.save(effect);
			break;
		case 'redraw':
			terminal?.redraw();
			break;
		case 'suspend':
			terminal?.stop();
			break;
		case 'quit':
			quit();
			break;
	}
}

/** A regular expression looks at some of the posts each time it is asked: ask until it has seen all, a turn apart. */
function goOn(store: Store, engine: Engine, query: string): void {
	setImmediate(() => {
		const {search} = store.model().state;
		if (search?.query !== query || search.mode !== 'regex' || search.results?.complete !== false) return;
		searchAgain({store, engine});
		goOn(store, engine, query);
	});
}

/** Answer a search anew, for there is more to search than when it was answered. */
export function searchAgain({store, engine}: Pick<Outside, 'store' | 'engine'>): void {
	const {search} = store.model().state;
	if (search !== null && search.query.trim() !== '') {
		store.dispatch({type: 'found', results: engine.search(search.query, search.mode)});
	}
}
