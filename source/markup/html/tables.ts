/**
Tables: those that hold data become tables, those that lay out a page give what is in their cells.
*/
import type {Block, Inline} from '../../thread/body.ts';
import type {Reading} from './reading.ts';
import {type Element, findElement, findElements, lineOf} from './tree.ts';

type Row = {readonly cells: readonly Element[]; readonly isHead: boolean};

/** Read a `table` as blocks, its caption before it. Every word is kept. Never throws. */
export function readTable(table: Element, reading: Reading): Block[] {
	const rows = rowsOf(table);
	const caption = findElement(table.children, ({name}) => name === 'caption' || name === 'table');
	const before = caption?.name === 'caption' ? reading.blocks(caption.children) : [];
	if (!isData(table, rows)) return [...before, ...reading.blocks(cellsAsBlocks(table))];
	const read = rows.map(row => row.cells.map(cell => reading.inlines(cell.children)));
	const columns = read.reduce((most, row) => Math.max(most, row.length), 0);
	const full = read.map(row => pad(row, columns));
	const [first] = rows;
	const head = first?.isHead === true ? (full.shift() ?? []) : [];
	return [...before, {type: 'table', head, rows: full}];
}

function rowsOf(table: Element): readonly Row[] {
	return table.children.flatMap(part => {
		if (typeof part === 'string') return [];
		if (part.name === 'tr') return [rowOf(part, false)];
		if (!/^t(?:head|body|foot)$/.test(part.name)) return [];
		const rows = part.children.filter(row => typeof row !== 'string' && row.name === 'tr');
		return rows.flatMap(row => (typeof row === 'string' ? [] : [rowOf(row, part.name === 'thead')]));
	});
}

function rowOf(row: Element, isHead: boolean): Row {
	const cells = row.children.flatMap(cell => (typeof cell !== 'string' && /^t[dh]$/.test(cell.name) ? [cell] : []));
	return {cells, isHead: isHead || (cells.length > 0 && cells.every(({name}) => name === 'th'))};
}

/** Data has a head, or at least two columns of cells that hold nothing but lines; and nothing stands outside the cells. */
function isData(table: Element, rows: readonly Row[]): boolean {
	const cells = rows.flatMap(row => row.cells);
	if (cells.length === 0 || findElement(table.children, ({name}) => name === 'table') !== null) return false;
	const inCells = cells.reduce((sum, cell) => sum + lineOf(cell.children).replaceAll(' ', '').length, 0);
	const captions = findElements(table.children, ({name}) => name === 'caption');
	const inCaptions = captions.reduce((sum, {children}) => sum + lineOf(children).replaceAll(' ', '').length, 0);
	if (inCells + inCaptions !== lineOf(table.children).replaceAll(' ', '').length) return false;
	if (rows.some(row => row.isHead)) return true;
	return rows.some(row => row.cells.length > 1) && cells.every(cell => !cell.holdsBlocks);
}

/** What a table of another kind holds, its caption left out. */
function cellsAsBlocks(table: Element): Element['children'] {
	return table.children.filter(part => typeof part === 'string' || part.name !== 'caption');
}

function pad(row: readonly (readonly Inline[])[], columns: number): readonly (readonly Inline[])[] {
	return [...row, ...Array.from({length: columns - row.length}, () => [])];
}
