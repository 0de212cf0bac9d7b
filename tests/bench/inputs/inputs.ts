/**
The inputs of the benchmark: made-up dumps in the system's folder for temporary files, written
when first asked for and kept for the next run.
*/
import {closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {madePosts} from './posts.ts';
import {type ShapeName, shapes} from './shapes.ts';

/** To be raised whenever other posts are made, or written in another way. */
const edition = 3;

/** Where everything lies that the benchmark keeps. */
const benchFolder = path.join(tmpdir(), 'threadview-bench');

export type Size = {readonly posts: number} | {readonly bytes: number};

export type Input = {readonly file: string; readonly bytes: number};

/** A dump of this shape: so many posts, or as many as first make so many bytes. */
export function input(shape: ShapeName, size: Size): Input {
	const amount = 'posts' in size ? `${size.posts}-posts` : `${size.bytes}-bytes`;
	const file = path.join(benchFolder, `${shape}-${amount}-${edition}.${shape === 'json' ? 'json' : 'txt'}`);
	if (!existsSync(file)) write(file, shape, size);
	return {file, bytes: statSync(file).size};
}

function write(file: string, shape: ShapeName, size: Size): void {
	mkdirSync(benchFolder, {recursive: true});
	const unfinished = `${file}.unfinished`;
	const to = openSync(unfinished, 'w');
	const {begin, post: written, end} = shapes[shape];
	let bytes = 0;
	let buffer = begin;
	const flush = () => {
		bytes += writeSync(to, buffer);
		buffer = '';
	};
	for (const post of madePosts()) {
		buffer += written(post);
		if (buffer.length > 1 << 20) flush();
		// What is made is ASCII: a unit is a byte.
		if ('posts' in size ? post.number >= size.posts : bytes + buffer.length >= size.bytes) break;
	}
	buffer += end;
	flush();
	closeSync(to);
	renameSync(unfinished, file);
}
