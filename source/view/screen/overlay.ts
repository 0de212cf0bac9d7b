/**
The pictures that cover the panes: the help and the picture of the thread, in a frame.
*/
import {drawBox} from '../../layout/box.ts';
import type {Size} from '../../layout/panes.ts';
import {type Row, span} from '../../layout/span.ts';
import type {Model} from '../model.ts';
import type {Overlay} from '../state.ts';
import {helpRows} from './help.ts';
import {infoRows} from './info.ts';

/** The first row on screen when a picture is scrolled to its end. */
export function lastTop(model: Model, overlay: Overlay): number {
	return Math.max(0, allRows(model, overlay).length - innerHeight(model));
}

/** Draw a picture over all panes. */
export function overlayRows(model: Model, overlay: Overlay): readonly Row[] {
	const size: Size = {columns: model.state.size.columns, rows: model.state.size.rows - 2};
	const rows = allRows(model, overlay);
	const height = innerHeight(model);
	const top = Math.max(0, Math.min(overlay.top, rows.length - height));
	const title = overlay.type === 'help' ? 'keys' : 'this thread';
	const more = top + height < rows.length;
	return drawBox(
		{
			size,
			title: [span(title, 'border-focus')],
			corner: [span(more ? 'Space for more, Esc closes' : 'Esc closes', 'faint')],
			focused: true,
			rows: rows.slice(top, top + height).map(row => [span(' '), ...row]),
		},
		model.glyphs,
	);
}

function allRows(model: Model, {type}: Overlay): readonly Row[] {
	const inner = model.state.size.columns - 4;
	return type === 'help' ? helpRows(model, inner) : infoRows(model, inner);
}

/** Header, footer and the frame's edges taken off. */
function innerHeight({state}: Model): number {
	return Math.max(0, state.size.rows - 4);
}
