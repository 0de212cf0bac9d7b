/**
Themes: how tones and grounds look, as SGR parameters (ECMA-48 8.3.117).

`plain` keeps to the terminal's own sixteen colours and its own background, so it is at
home everywhere; `neutral` is `plain` with grounds that stand out on dark and on light;
`dark` and `light` are used once the terminal has told its background; `mono` uses no
colour and tells things apart by weight and reverse video.
*/
import type {Ground, Tone} from '../layout/span.ts';

export type Theme = {
	readonly tones: Readonly<Record<Tone, string>>;
	/** `lone`: the ground's own colours are all there is; a span's tone is left out on it. */
	readonly grounds: Readonly<Record<Ground, {readonly sgr: string; readonly lone: boolean}>>;
};

const plain: Theme = {
	tones: {
		text: '',
		faint: '2',
		title: '',
		author: '36',
		likes: '35',
		number: '2',
		quote: '32',
		code: '33',
		link: '34',
		mention: '36',
		image: '35',
		heading: '',
		border: '2',
		'border-focus': '36',
		key: '36',
		accent: '36',
		good: '32',
		warning: '33',
		error: '31',
	},
	grounds: {
		cursor: {sgr: '7', lone: true},
		'cursor-idle': {sgr: '', lone: false},
		hit: {sgr: '30;43', lone: true},
		'hit-current': {sgr: '30;46;1', lone: true},
		quoted: {sgr: '30;42', lone: true},
		hint: {sgr: '30;45;1', lone: true},
	},
};

const neutral: Theme = {
	tones: plain.tones,
	grounds: {
		cursor: {sgr: '38;5;255;48;5;24', lone: true},
		'cursor-idle': {sgr: '1', lone: false},
		hit: {sgr: '38;5;16;48;5;179', lone: true},
		'hit-current': {sgr: '38;5;16;48;5;80;1', lone: true},
		quoted: {sgr: '38;5;16;48;5;108', lone: true},
		hint: {sgr: '38;5;16;48;5;176;1', lone: true},
	},
};

const dark: Theme = {
	tones: {
		text: '',
		faint: '38;5;245',
		title: '38;5;255',
		author: '38;5;80',
		likes: '38;5;211',
		number: '38;5;245',
		quote: '38;5;108',
		code: '38;5;180',
		link: '38;5;111',
		mention: '38;5;80',
		image: '38;5;176',
		heading: '38;5;255',
		border: '38;5;239',
		'border-focus': '38;5;80',
		key: '38;5;80',
		accent: '38;5;80',
		good: '38;5;114',
		warning: '38;5;179',
		error: '38;5;203',
	},
	grounds: {
		cursor: {sgr: '48;5;238', lone: false},
		'cursor-idle': {sgr: '48;5;236', lone: false},
		hit: {sgr: '38;5;16;48;5;179', lone: true},
		'hit-current': {sgr: '38;5;16;48;5;80;1', lone: true},
		quoted: {sgr: '38;5;16;48;5;108', lone: true},
		hint: {sgr: '38;5;16;48;5;176;1', lone: true},
	},
};

const light: Theme = {
	tones: {
		text: '',
		faint: '38;5;243',
		title: '38;5;232',
		author: '38;5;30',
		likes: '38;5;162',
		number: '38;5;243',
		quote: '38;5;65',
		code: '38;5;94',
		link: '38;5;25',
		mention: '38;5;30',
		image: '38;5;90',
		heading: '38;5;232',
		border: '38;5;250',
		'border-focus': '38;5;30',
		key: '38;5;30',
		accent: '38;5;30',
		good: '38;5;28',
		warning: '38;5;130',
		error: '38;5;160',
	},
	grounds: {
		cursor: {sgr: '48;5;253', lone: false},
		'cursor-idle': {sgr: '48;5;255', lone: false},
		hit: {sgr: '38;5;16;48;5;221', lone: true},
		'hit-current': {sgr: '38;5;231;48;5;30;1', lone: true},
		quoted: {sgr: '38;5;16;48;5;151', lone: true},
		hint: {sgr: '38;5;231;48;5;90;1', lone: true},
	},
};

const mono: Theme = {
	tones: {
		text: '',
		faint: '',
		title: '1',
		author: '',
		likes: '',
		number: '',
		quote: '',
		code: '',
		link: '4',
		mention: '',
		image: '',
		heading: '1',
		border: '',
		'border-focus': '1',
		key: '1',
		accent: '1',
		good: '',
		warning: '1',
		error: '1',
	},
	grounds: {
		cursor: {sgr: '7', lone: true},
		'cursor-idle': {sgr: '1', lone: false},
		hit: {sgr: '7', lone: true},
		'hit-current': {sgr: '7;1;4', lone: true},
		quoted: {sgr: '4', lone: true},
		hint: {sgr: '7;1', lone: true},
	},
};

export const themes = {plain, neutral, dark, light, mono} as const;

export type ThemeName = keyof typeof themes;

export function isThemeName(name: string): name is ThemeName {
	return Object.hasOwn(themes, name);
}
