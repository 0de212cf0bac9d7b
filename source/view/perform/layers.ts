/**
Layers: what lies over or inside what, and how one is left.
*/
import type {Post} from '../../thread/post.ts';
import {openTopic} from '../listing.ts';
import {type Model, panesOf} from '../model.ts';
import {goTo, placeNow, visitNow} from '../moves.ts';
import type {State} from '../state.ts';
import {lookThrough} from '../tree-moves.ts';

export function peeled(model: Model): State | null {
	const {state} = model;
	if (state.overlay !== null) return {...state, overlay: null};
	const {focus} = state.place;
	if (focus === 'context') return {...state, place: {...placeNow(model), focus: 'post'}};
	if (focus === 'post' && (state.search === null || state.search.origin.place.focus !== 'post')) {
		return {...state, place: {...placeNow(model), focus: 'list'}};
	}
	if (state.selected.size > 0) return {...state, selected: new Set()};
	if (state.search === null && state.lens !== null) return lookThrough(model, null);
	if (state.search === null && openTopic(model) !== null) {
		return {...state, place: {...placeNow(model), topic: null, top: null}};
	}
	if (state.search !== null) {
		const found = visitNow(model);
		const {origin} = state.search;
		const moved = found.place.post !== origin.place.post;
		return {...goTo({...state, search: null}, origin), forward: moved ? [...state.forward, found] : state.forward};
	}
	return null;
}

export function isNarrow(model: Model): boolean {
	return panesOf(model).arrangement === 'narrow';
}

export function openTopicAt(model: Model, post: Post): State {
	return {
		...model.state,
		place: {...placeNow(model), topic: post.topic, post: post.id, top: null, scroll: 0},
		entry: null,
	};
}
