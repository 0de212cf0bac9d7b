/**
Real mail, read against what its heads state: found here with regular expressions alone. The
files lie beside the project and not in it; without them nothing is tested here.
*/
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import type {Dump} from '../../../source/thread/dump.ts';
import {readDump} from '../read-dump.ts';

const folder = '../shared/dumps/mbox';
const messages = '../shared/dumps/eml/aerc-jwz';
const manifest = '../shared/dumps/MANIFEST.tsv';

type Truth = {
	readonly id: string | null;
	readonly from: string;
	/** The moment in milliseconds, `null` where none is stated. */
	readonly time: number | null;
	readonly references: readonly string[];
	readonly answered: readonly string[];
	readonly subject: string;
	readonly body: string;
};

/** Messages by the shape of their From_ lines; heads by unfolding and looking a name up. */
function truthOf(bytes: Buffer): readonly Truth[] {
	const text = bytes.toString('latin1').replaceAll('\r\n', '\n');
	return text
		.split(/^From .*\d\d:\d\d.* (?:19|20)\d\d$\n?/m)
		.slice(1)
		.map(message => {
			const end = message.search(/^$/m);
			const head = (end === -1 ? message : message.slice(0, end)).replace(/\n[ \t]+/g, ' ');
			const field = (name: string) => new RegExp(`^${name}:(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
			const ids = (value: string) => Array.from(value.matchAll(/<([^<>\s]+)>/g), ([, id = '']) => id);
			const time = Date.parse(
				field('Date')
					.replace(/^RANDOM_/, '')
					.replace(/ \(.*\)$/, ''),
			);
			return {
				id: ids(field('Message-ID'))[0] ?? null,
				from: field('From'),
				time: Number.isNaN(time) ? null : time,
				references: ids(field('References')),
				answered: ids(field('In-Reply-To')),
				subject: field('Subject'),
				body: end === -1 ? '' : message.slice(end + 1),
			};
		});
}

/** Counts the posts that state something, so that no comparison passes on nothing. */
const stated = (posts: readonly unknown[]) => posts.filter(value => value !== null).length;

function timesOf(dump: Dump): readonly (number | null)[] {
	// A date without a zone is local to whoever reads it, as it is to `Date.parse`.
	return dump.posts.map(({date}) => (date === null ? null : Date.parse(date)));
}

describe.skipIf(!existsSync(folder))('the mail in ../shared', () => {
	const names = existsSync(folder) ? readdirSync(folder).filter(name => name !== 'apache-no_date.mbox') : [];
	const counts = new Map(
		existsSync(manifest)
			? Array.from(readFileSync(manifest, 'utf8').matchAll(/^mbox\/(\S+)\t\d+\t(\d+)$/gm), ([, name = '', count]) => [
					name,
					Number(count),
				])
			: [],
	);

	it.each(names)('%s: posts, ids, dates', async name => {
		const bytes = readFileSync(`${folder}/${name}`);
		const truth = truthOf(bytes);
		const dump = await readDump(bytes);
		expect(dump.format).toBe('mbox');
		expect(dump.posts).toHaveLength(counts.get(name) ?? -1);
		const seen = new Map<string, number>();
		expect(dump.posts.map(post => post.id)).toEqual(
			truth.map(({id}, index) => {
				const wanted = id ?? String(index + 1);
				const copy = (seen.get(wanted) ?? 0) + 1;
				seen.set(wanted, copy);
				return copy === 1 ? wanted : `${wanted}-${copy}`;
			}),
		);
		expect(timesOf(dump)).toEqual(truth.map(({time}) => time));
		expect(stated(timesOf(dump)) > 0).toBe(truth.some(({time}) => time !== null));
	});

	it.each(names)('%s: authors', async name => {
		const bytes = readFileSync(`${folder}/${name}`);
		const truth = truthOf(bytes);
		const dump = await readDump(bytes);
		for (const [index, {from}] of truth.entries()) {
			const author = dump.posts[index]?.author ?? null;
			expect(author === null).toBe(from === '');
			// Encoded and 8-bit names are looked at one by one below.
			if (from === '' || /=\?|[\x80-\xff]/.test(from) || name === 'git-sample.mbox') continue;
			const comment = /\((.+)\)$/.exec(from)?.[1];
			const display = /^"?([^"<]*?)"?\s*<[^<>]*>$/.exec(from)?.[1];
			expect(author).toBe(display || comment || /^<?([^<>]*)>?$/.exec(from)?.[1]);
		}
	});

	it.each(names)('%s: parents are the nearest that the head names', async name => {
		const bytes = readFileSync(`${folder}/${name}`);
		const truth = truthOf(bytes);
		const dump = await readDump(bytes);
		const here = new Set(truth.map(({id}) => id));
		for (const [index, {id, references, answered}] of truth.entries()) {
			const post = dump.posts[index];
			const nearest = [...references.slice(-1), ...answered, ...references.toReversed()].filter(other => other !== id);
			const parent = nearest.find(other => here.has(other)) ?? nearest[0] ?? null;
			if (parent !== null) expect([post?.parent, post?.parentBasis]).toEqual([parent, 'stated']);
			else if (post?.parentBasis !== null) expect(post?.parentBasis).toBe('subject');
		}
	});

	it.each(names)('%s: whoever is answered is of the same thread, and numbers count it', async name => {
		const dump = await readDump(readFileSync(`${folder}/${name}`));
		const numbers = new Map<string, number[]>();
		for (const post of dump.posts) {
			const parent = post.parent === null ? undefined : dump.posts[dump.indexOf(post.parent)];
			if (parent !== undefined) expect(post.topic).toBe(parent.topic);
			numbers.set(post.topic, [...(numbers.get(post.topic) ?? []), post.number ?? 0]);
		}
		for (const list of numbers.values()) expect(list).toEqual(list.map((_, index) => index + 1));
		expect(dump.topics.map(topic => topic.posts)).toEqual(
			[...numbers].sort(([a], [b]) => Number(a) - Number(b)).map(([, list]) => list.length),
		);
	});

	it.each([
		['r-devel-2021-December.pipermail.txt', 20],
		['r-sig-geo-2024-January.pipermail.txt', 0],
		['r-sig-mac-2005-March.pipermail.txt', 20],
		['thread-r-devel-2001-windows-testing.mbox', 20],
	])('%s: no word is lost, and what is marked is quoted', async (name, least) => {
		const bytes = readFileSync(`${folder}/${name}`);
		const dump = await readDump(bytes);
		const wordsOf = (lines: readonly string[]) => lines.flatMap(line => line.match(/[A-Za-z]{4,}/g) ?? []);
		let quoted = 0;
		for (const [index, {body}] of truthOf(bytes).entries()) {
			const post = dump.posts[index];
			if (post === undefined) continue;
			// Attributions become sources; what lists add is told in other words.
			const lines = body
				.split('\n')
				.filter((_, at, all) => !all.slice(at, at + 4).some(line => /:\s*$/.test(line)))
				.filter(line => !/^(?:Name|Type|Size|Desc|URL): |scrubbed|^\s*\[\[|^-{14} /i.test(line));
			const shown = JSON.stringify(dump.body(post).blocks);
			expect(wordsOf(lines).filter(word => !shown.includes(word))).toEqual([]);
			const marked = lines.filter(line => line.startsWith('> ') && !/[<(=$+]/.test(line));
			if (wordsOf(marked).length <= 20) continue;
			const inQuotes = dump.body(post).quotes.map(quote => quote.text);
			expect(inQuotes.length).toBeGreaterThan(0);
			quoted++;
		}
		expect(quoted).toBeGreaterThan(least);
	});

	it('names in other charsets', async () => {
		const authors = async (name: string) => {
			const dump = await readDump(readFileSync(`${folder}/${name}`));
			return dump.posts.map(({author}) => author);
		};
		expect(await authors('git-rfc2047-samples.mbox')).toEqual([
			...['Keith Moore', 'Olle Järnefors', 'Patrik Fältström', 'Nathaniel Borenstein'],
			...Array.from({length: 7}, () => null),
		]);
		expect(new Set(await authors('perceval-mbox_no_fields.mbox'))).toEqual(
			new Set(['Göran Lastname', 'goran at domain.com']),
		);
		expect(await authors('git-sample.mbox')).toEqual(
			expect.arrayContaining(['YOSHIFUJI Hideaki / 吉藤英明', 'David Kågedal', 'Lukas Sandström', 'Dmitriy Blinov']),
		);
	});

	it('subjects as RFC 2047 has them in its examples', async () => {
		const dump = await readDump(readFileSync(`${folder}/git-rfc2047-samples.mbox`));
		expect(dump.topics.map(({title}) => title)).toEqual([
			...['If you can read this you understand the example.', 'Time for ISO 10646?', 'RFC-HDR care and feeding'],
			...['Test of new header generator', '(a)', '(a b)', '(ab)', '(ab)', '(ab)', '(a b)', '(a b)'],
		]);
	});

	// The manifest counts lines that part messages, and finds none. Words stand there all the same, below a field of
	// mail: to say that there are no posts would lose them.
	it('a From_ line without a date parts nothing: one message, its head read', async () => {
		const dump = await readDump(readFileSync(`${folder}/apache-no_date.mbox`));
		expect([dump.format, dump.posts.length, dump.posts[0]?.date]).toEqual(['mbox', 1, null]);
	});

	it('one thread and its duplicates', async () => {
		const ssl = await readDump(readFileSync(`${folder}/thread-httpd-ssl-cert.mbox`));
		expect([ssl.topics.length, ssl.title]).toEqual([
			1,
			'[users@httpd] Failure to start apache2 after SSL cert update.',
		]);
		expect(ssl.posts.map(post => ssl.body(post).quotes[0]?.source?.author ?? null)).toEqual([
			...[
				null,
				'Jack M. Nilles',
				'Jack M. Nilles',
				'Antony Stone',
				'Jack M. Nilles',
				'Holger Schramm',
				'Holger Schramm',
			],
			...['Jim Albert', 'Jack M. Nilles', 'Jack M. Nilles', 'Jack M. Nilles', null, null],
		]);
		const duplicates = await readDump(readFileSync(`${folder}/perceval-mbox_no_fields.mbox`));
		expect(duplicates.problems.filter(({message}) => message.startsWith('a second post'))).toHaveLength(3);
	});
});

describe.skipIf(!existsSync(messages))('the messages in ../shared', () => {
	const names = existsSync(messages) ? readdirSync(messages).filter(name => name.endsWith('.eml')) : [];
	const from = 'From x@y.example Thu Aug 22 12:46:39 2002\n';
	const mbox = Buffer.concat(
		names.flatMap(name => [Buffer.from(from), readFileSync(`${messages}/${name}`), Buffer.from('\n')]),
	);

	it('each alone: one message', async () => {
		for (const name of names) {
			const bytes = readFileSync(`${messages}/${name}`);
			const [truth] = truthOf(Buffer.concat([Buffer.from(from), bytes]));
			const dump = await readDump(bytes);
			const [post] = dump.posts;
			expect([name, dump.format, dump.posts.length, post?.id]).toEqual([name, 'mbox', 1, truth?.id]);
			expect(timesOf(dump)).toEqual([truth?.time]);
			expect(post?.author).not.toMatch(/\d\d:\d\d:\d\d \d{4}$/);
		}
	});

	it('together: the threads that their heads make', async () => {
		const truth = truthOf(mbox);
		const dump = await readDump(mbox);
		expect(dump.posts).toHaveLength(names.length);
		// Whatever names another or is named together with it belongs together; nothing else but subjects joins.
		const groups = new Map<string, Set<string>>();
		for (const {id, references, answered} of truth) {
			const ids = [id ?? '', ...references, ...answered];
			const joined = new Set(ids.flatMap(one => [one, ...(groups.get(one) ?? [])]));
			for (const one of joined) groups.set(one, joined);
		}
		const topicOf = new Map<string, string>();
		for (const [index, {id}] of truth.entries()) topicOf.set(id ?? '', dump.posts[index]?.topic ?? '');
		for (const group of new Set(groups.values())) {
			const topics = [...group].flatMap(id => topicOf.get(id) ?? []);
			expect(new Set(topics).size).toBeLessThanOrEqual(1);
		}
		const plain = (subject: string) => subject.replace(/^(?:(?:re|fwd?):\s*|\[[^\]]*\]\s*)+/i, '').toLowerCase();
		for (const [index, post] of dump.posts.entries()) {
			if (post.parentBasis !== 'subject') continue;
			const parent = dump.indexOf(post.parent ?? '');
			expect(plain(truth[index]?.subject ?? '')).toBe(plain(truth[parent]?.subject ?? '?'));
		}
		expect(dump.topics.length).toBeLessThan(new Set(groups.values()).size + 1);
	});
});
