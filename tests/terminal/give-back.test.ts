import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {giveBack} from '../../source/terminal/give-back.ts';
import {createStore, type Store} from '../../source/view/store.ts';
import {dumpOf} from '../search/small-dump.ts';
import {modelOf} from '../view/sample.ts';

beforeEach(() => {
	vi.useFakeTimers();
});

afterEach(() => {
	vi.useRealTimers();
});

function storeOf(bytes: number): Store {
	return createStore(modelOf({...dumpOf(['one', 'two']), bytes}), () => {});
}

test('it collects once, when nothing has happened for a second', () => {
	const collect = vi.fn();
	giveBack(storeOf(20_000_000), 0, collect);
	vi.advanceTimersByTime(999);
	expect(collect).toHaveBeenCalledTimes(0);
	vi.advanceTimersByTime(2);
	expect(collect).toHaveBeenCalledTimes(1);
	vi.advanceTimersByTime(60_000);
	expect(collect).toHaveBeenCalledTimes(1);
});

test('whatever happens puts it off', () => {
	const collect = vi.fn();
	const store = storeOf(20_000_000);
	giveBack(store, 0, collect);
	for (let key = 0; key < 20; key++) {
		vi.advanceTimersByTime(900);
		store.dispatch({type: 'progress'});
	}
	expect(collect).toHaveBeenCalledTimes(0);
	vi.advanceTimersByTime(1001);
	store.dispatch({type: 'progress'});
	vi.advanceTimersByTime(60_000);
	expect(collect).toHaveBeenCalledTimes(1);
});

test('of a short dump nothing is collected, and nothing once it is left', () => {
	const collect = vi.fn();
	expect(giveBack(storeOf(20_000), 0, collect)).toBeNull();
	expect(giveBack(storeOf(20_000_000), 19_000_000, collect)).toBeNull();
	giveBack(storeOf(20_000_000), 0, collect)?.();
	vi.advanceTimersByTime(60_000);
	expect(collect).toHaveBeenCalledTimes(0);
});
