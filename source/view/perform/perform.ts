/**
What each command does: one function a command, from a model to a new state and effects.

The functions stand in files by the groups of the command table.
*/
import type {CommandId} from '../commands.ts';
import type {Model} from '../model.ts';
import type {Step} from '../prompt.ts';
import {follow} from './follow.ts';
import {keep} from './keep.ts';
import {move} from './move.ts';
import {program} from './program.ts';
import {screen} from './screen.ts';
import {search} from './search.ts';

/**
@param count - The number typed before the command, or `null`.
@param argument - The character that stood for `{mark}` in its keys, or `null`.
*/
export type Perform = (model: Model, count: number | null, argument: string | null) => Step;

export const perform: Readonly<Record<CommandId, Perform>> = {
	...move,
	...follow,
	...search,
	...keep,
	...screen,
	...program,
};
