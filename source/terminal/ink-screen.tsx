/**
The screen that Ink draws. Ink owns what is on it, and neither the alternate screen nor the
keyboard: those are given back at once and whole when the program dies, which Ink cannot do.
*/
import {type Instance, render, type SuspendTerminal, useApp} from 'ink';
import {Component, type ReactNode, useEffect} from 'react';
import {App} from '../components/app.tsx';
import type {Theme} from '../components/theme.ts';
import type {Store} from '../view/store.ts';
import type {InkStdin} from './ink-stdin.ts';
import {InternalError} from './internal-error.ts';

export type InkScreen = {
	readonly wear: (theme: Theme) => void;
	/** Draw everything anew, whatever stands on the screen. */
	readonly redraw: () => void;
	/**
	Draw nothing while `away` runs, and everything anew when that is over. Resolves when all is as before; one at a
	time.
	*/
	readonly suspend: (away: () => void | Promise<void>) => Promise<void>;
	/** Draw nothing any more. May be called again, and by a dying program. Never throws. */
	readonly close: () => void;
	/** Rejects when drawing failed; for ever pending otherwise. */
	readonly failed: Promise<never>;
};

const wipe = '\u001b[H\u001b[2J';

/** Begins to draw; the first frame is on screen when it returns. */
export function openInkScreen(
	store: Store,
	firstTheme: Theme,
	stdin: InkStdin,
	write: (text: string) => void,
): InkScreen {
	let theme = firstTheme;
	const {promise: failed, reject} = rejection();
	let suspendTerminal: SuspendTerminal | null = null;
	const tree = () => (
		<FaultBarrier caught={error => reject(new InternalError(error))}>
			<App store={store} theme={theme} />
			<SuspendBridge
				ready={given => {
					suspendTerminal = given;
				}}
			/>
		</FaultBarrier>
	);
	const instance: Instance = render(tree(), {
		stdout: process.stdout,
		stdin,
		alternateScreen: false,
		incrementalRendering: true,
		interactive: true,
		maxFps: 120,
		exitOnCtrlC: false,
		patchConsole: true,
		isScreenReaderEnabled: false,
	});
	instance.waitUntilExit().catch(error => reject(new InternalError(error)));
	const redraw = () => {
		instance.clear();
		write(wipe);
		instance.rerender(tree());
	};
	return {
		wear: next => {
			theme = next;
			instance.rerender(tree());
		},
		redraw,
		suspend: async away => {
			await suspendTerminal?.(away).catch(error => reject(new InternalError(error)));
		},
		close: () => {
			try {
				instance.unmount();
			} catch {
				// It is closed because it failed.
			}
		},
		failed,
	};
}

function rejection(): {readonly promise: Promise<never>; readonly reject: (error: unknown) => void} {
	let reject: (error: unknown) => void = () => {};
	const promise = new Promise<never>((_resolve, fail) => {
		reject = fail;
	});
	return {promise, reject};
}

type SuspendBridgeProps = {readonly ready: (suspend: SuspendTerminal) => void};

/** Ink hands its way of giving the terminal away to components only. */
function SuspendBridge({ready}: SuspendBridgeProps) {
	const {suspendTerminal} = useApp();
	useEffect(() => ready(suspendTerminal), [ready, suspendTerminal]);
	return null;
}

type FaultBarrierProps = {readonly caught: (error: unknown) => void; readonly children: ReactNode};

/** Tells of what is thrown while drawing. Ink's own barrier would draw it, on a screen that is gone at once. */
class FaultBarrier extends Component<FaultBarrierProps, {readonly broken: boolean}> {
	override state = {broken: false};

	static getDerivedStateFromError() {
		return {broken: true};
	}

	override componentDidCatch(error: unknown) {
		this.props.caught(error);
	}

	override render() {
		return this.state.broken ? null : this.props.children;
	}
}
