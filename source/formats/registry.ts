/**
The registry: every format there is, one line each.

Where two are equally sure of an input, the earlier one is taken.
*/
import {discourseText} from './discourse-text/discourse-text.ts';
import type {Format} from './format.ts';
import {text} from './text.ts';

export const formats: readonly Format[] = [discourseText, text];
