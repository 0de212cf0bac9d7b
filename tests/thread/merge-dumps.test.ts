/** Merging: what is one thread, its order, what stands twice, and ids that clash. */
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Dump, DumpBuilder} from '../../source/thread/dump.ts';
import {dump, linesOf, merge, paragraph, problemsOf, topicsOf} from './written-dumps.ts';

describe('one thread', () => {
	it('of pages that state their numbers, in any order, what stands twice once', () => {
		const one = dump(['#1 ada: Bees?', '#2 ken: Wild ones.', '#3 ada: Where?'], {title: 'Bees'});
		const two = dump(['#3 ada: Where?', '#4 ken ^2: In the wall.'], {title: 'Bees'});
		for (const merged of [merge(one, two), merge(two, one)]) {
			expect(linesOf(merged)).toEqual(['1/1 #1 Bees?', '1/2 #2 Wild ones.', '1/3 #3 Where?', '1/4 #4 ^2 In the wall.']);
			expect(topicsOf(merged)).toEqual(['1 Bees (4)']);
			expect(merged).toMatchObject({title: 'Bees', format: 'text', complete: true, bytes: 200});
		}
		expect(problemsOf(merge(one, two))).toEqual([
			'warning null: b.txt: 1 post stands in a file before, too: kept once',
		]);
	});

	it('of a later page without a title whose numbers go on', () => {
		const one = dump(['#1 ada: Bees?', '#2 ken: Wild ones.'], {title: 'Bees'});
		const ten = dump(['#21 eve: Late.'], {});
		const merged = merge(ten, one);
		expect(linesOf(merged)).toEqual(['1/1 #1 Bees?', '1/2 #2 Wild ones.', '1/21 #21 Late.']);
		expect(problemsOf(merged)).toEqual(['warning null: a.txt: it has no title: taken for a later page of Bees']);
	});

	it('of a later page that has neither title, numbers nor authors', () => {
		const merged = merge(dump(['#1 : Bees?', '#2 : Wild ones.'], {title: 'Bees'}), dump(['#1 : Where?', '#2 : Here.']));
		expect(linesOf(merged)).toEqual(['1/1 #1 Bees?', '1/2 #2 Wild ones.', '1/3 #3 Where?', '1/4 #4 Here.']);
		expect(merged.posts.map(post => merged.indexOf(post.id))).toEqual([0, 1, 2, 3]);
		expect(problemsOf(merged)).toEqual(['warning null: b.txt: it has no title: taken for a later page of Bees']);
	});

	it.each([
		['https://garden.example/t/bees/7', 'https://garden.example/t/bees/7?page=2'],
		['https://garden.example/t/bees/7/41', 'http://garden.example/t/7.json'],
		['https://www.garden.example/item?id=7', 'https://garden.example/item?id=7#9'],
	])('by its address: %s and %s', (first, second) => {
		const one = dump(['#1 ada: Bees?'], {title: 'Bees', url: first});
		expect(merge(one, dump(['#2 ken: Here.'], {title: 'Bees - page 2', url: second})).topics).toHaveLength(1);
	});

	it('by the id its site gave it', () => {
		const page = (line: string, title: string | null) => dump([line], {title, topic: '3433', format: 'json'});
		expect(topicsOf(merge(page('#1 ada: Bees?', 'Bees'), page('#21 ken: Here.', null)))).toEqual(['3433 Bees (2)']);
	});

	it('of mails that answer each other, or the same one that is in no file, by date', () => {
		const merged = merge(
			dump(['c@x #1 eve ^b@x @2024-05-03T12:00:00+02:00: So do I.'], {title: 'Other words', format: 'mbox'}),
			dump(['b@x #1 ken ^a@x @2024-05-03T09:00:00Z: I do.'], {title: 'Re: Bees?', format: 'mbox'}),
			dump(['d@x #1 ada ^a@x @2024-05-02T09:00:00Z: Not me.'], {title: null, format: 'mbox'}),
		);
		expect(linesOf(merged)).toEqual(['1/d@x #1 ^a@x Not me.', '1/b@x #2 ^a@x I do.', '1/c@x #3 ^b@x So do I.']);
		expect(merged.problems).toEqual([]);
	});

	it('by its title, whatever mail programs put before it', () => {
		const mail = (id: string, title: string) =>
			dump([`${id} #1 ada @2024-05-03: Words of ${id}.`], {title, format: 'mbox'});
		expect(merge(mail('a@x', 'Bees?'), mail('b@x', 'RE: AW: bees? ')).topics).toHaveLength(1);
	});

	it('keeps two posts of one id that say different things, and says so', () => {
		const merged = merge(
			dump(['#1 ada: Bees?'], {title: 'Bees'}),
			dump(['#1 ada: Wasps?', '#2 ken: Yes.'], {title: 'Bees'}),
		);
		expect(
			linesOf(merged)
				.map(line => line.slice(2))
				.sort(),
		).toEqual(['1 #1 Bees?', '1-2 #2 Wasps?', '2 #3 Yes.']);
		expect(problemsOf(merged)).toEqual(['warning 1-2: b.txt: a second post with the id 1']);
	});

	it('knows a post in two markups by its words', () => {
		const builder = new DumpBuilder('json', () => paragraph('Bees   in the wall?'));
		builder.head({title: 'Bees'});
		builder.add({id: '9001', number: 1, author: 'ada', markup: 'html', raw: '<p>Bees in the wall?</p>'});
		const merged = merge(dump(['#1 ada: Bees in the wall?'], {title: 'Bees'}), builder.snapshot(true));
		expect(linesOf(merged)).toEqual(['1/1 #1 Bees in the wall?']);
		expect(merged.format).toBe('several');
	});

	it('knows a post in two markups by its author and its second', () => {
		const page = (markup: 'html' | 'discourse', raw: string, date: string) => {
			const builder = new DumpBuilder('json', post => paragraph(post.raw));
			builder.topic('77', {title: null});
			builder.add({id: '1', topic: '77', number: 1, author: 'ada', date, markup, raw});
			return builder.snapshot(true);
		};
		const html = page('html', '<p>Bees</p>', '2024-05-03T09:14:07.123Z');
		expect(merge(html, page('discourse', '*Bees*', '2024-05-03T09:14:07Z')).posts).toHaveLength(1);
		expect(merge(html, page('discourse', '*Bees*', '2024-05-03T09:14:08Z')).posts).toHaveLength(2);
	});

	it('by numbers that ids of a file with several threads hold, too', () => {
		const latest = new DumpBuilder('forum', post => paragraph(post.raw));
		for (const [topic, title] of [
			['77', 'Bees'],
			['78', 'Wasps'],
		] as const) {
			latest.topic(topic, {title});
			latest.add({
				id: `${topic}/3`,
				topic,
				number: 3,
				author: 'ada',
				date: '2024-05-01',
				markup: 'plain',
				raw: 'Where?',
			});
		}
		const page = dump(['#1 ada @2024-05-03: Bees?', '#3 ada @2024-05-01: Where?', '#4 ken: Here.'], {
			title: 'Bees',
			topic: '77',
			format: 'forum',
		});
		expect(linesOf(merge(latest.snapshot(true), page))).toEqual([
			'77/1 #1 Bees?',
			'78/78/3 #3 Where?',
			'77/77/3 #3 Where?',
			'77/4 #4 Here.',
		]);
	});
});

describe('different threads', () => {
	it('are topics, their ids told apart only where they clash', () => {
		const merged = merge(
			dump(['#1 ada: Bees?', '#2 ken ^1: Here.'], {title: 'Bees'}),
			dump(['#1 eve: Wasps?', '#2 ken ^1: No.', 'x7 #3 eve ^1: Ah.'], {title: 'Wasps'}),
		);
		expect(linesOf(merged)).toEqual([
			'1/1 #1 Bees?',
			'1/2 #2 ^1 Here.',
			'2/2:1 #1 Wasps?',
			'2/2:2 #2 ^2:1 No.',
			'2/x7 #3 ^2:1 Ah.',
		]);
		expect(topicsOf(merged)).toEqual(['1 Bees (2)', '2 Wasps (3)']);
		expect([merged.title, merged.url, merged.problems]).toEqual([null, null, []]);
	});

	it('have posts of their own although an answered one is in no file', () => {
		const merged = merge(dump(['#5 ada: Bees?'], {title: 'Bees'}), dump(['#9 eve ^5: No.'], {title: 'Wasps'}));
		expect(linesOf(merged)).toEqual(['1/5 #5 Bees?', '2/9 #9 ^2:5 No.']);
		expect(merged.indexOf('2:5')).toBe(-1);
	});

	it.each<[string, Dump, Dump]>([
		[
			'other words under the same numbers',
			dump(['#1 ada: Hello!'], {title: 'Hi'}),
			dump(['#1 eve: Hey!'], {title: 'hi'}),
		],
		[
			'addresses of their own',
			dump(['#1 ada: Hello!'], {title: 'Hi', url: 'https://a.example/t/1'}),
			dump(['#1 ada: Hello!'], {title: 'Hi', url: 'https://b.example/t/1'}),
		],
		['no title, though numbers begin anew', dump(['#1 ada: Hello!']), dump(['#1 eve: Hey!'])],
		['formats of their own', dump(['#1 : Hello!'], {title: 'Hi'}), dump(['#9 : Hey!'], {format: 'json'})],
	])('are told by %s', (_, first, second) => {
		expect(merge(first, second).topics).toHaveLength(2);
	});

	it('stay apart although both miss posts, and mails in them have no ids', () => {
		const page = (topic: string) => {
			const builder = new DumpBuilder('forum', () => []);
			builder.topic(topic, {title: `Thread ${topic}`});
			builder.add({id: '1', topic, number: 1, markup: 'mail', raw: `Hi ${topic}`});
			builder.add({id: '2', topic, number: 1, markup: 'mail', raw: `Ho ${topic}`});
			builder.add({id: 'missing', topic, kind: 'missing', count: 7, markup: 'plain', raw: ''});
			return builder.snapshot(true);
		};
		const merged = merge(page('2108'), page('2144'));
		expect(topicsOf(merged)).toEqual(['2108 Thread 2108 (3)', '2144 Thread 2144 (3)']);
		expect(merged.posts.at(-1)?.id).toBe('2144:missing');
	});

	it('that a format has numbered itself stay apart', () => {
		const mailbox = (who: string) => {
			const builder = new DumpBuilder('mbox', () => []);
			for (const topic of ['1', '2']) {
				builder.topic(topic, {title: `${who} ${topic}`});
				builder.add({id: `${who}${topic}@x`, topic, markup: 'plain', raw: `Hi ${topic}`});
			}
			return builder.snapshot(true);
		};
		expect(merge(mailbox('ada'), mailbox('ken')).topics.map(({id}) => id)).toEqual(['1', '2', '3', '4']);
	});

	it('that one file holds stay apart, whatever they are called', () => {
		const builder = new DumpBuilder('mbox', () => []);
		for (const topic of ['1', '2']) {
			builder.topic(topic, {title: 'Hi'});
			builder.add({id: `${topic}@x`, topic, markup: 'plain', raw: `Hi ${topic}`});
		}
		const merged = merge(builder.snapshot(true), dump(['3@x #- ada: Hi.'], {title: 'Hi', format: 'mbox'}));
		expect(topicsOf(merged)).toEqual(['1 Hi (2)', '2 Hi (1)']);
	});
});

describe('the merged dump', () => {
	it('names the file of every problem and the post by its new id', () => {
		const builder = new DumpBuilder('text', () => []);
		builder.head({title: 'Wasps'});
		builder.add({id: '1', number: 1, markup: 'plain', raw: 'Wasps?'});
		builder.problem({level: 'error', line: 3, post: '1', message: 'a quote never ends'});
		const merged = merge(dump(['#1 ada: Bees?'], {title: 'Bees'}), builder.snapshot(false));
		expect(merged.problems).toEqual([{level: 'error', line: 3, post: '2:1', message: 'b.txt: a quote never ends'}]);
		expect(merged.complete).toBe(false);
	});

	it('of one dump is that dump, its problems named', () => {
		const only = dump(['#1 ada: Bees?', '#1 ada: Bees?'], {title: 'Bees'});
		const merged = merge(only);
		expect(merged.posts).toBe(only.posts);
		expect(problemsOf(merged)).toEqual(['warning 1-2: a.txt: a second post with the id 1']);
	});

	it('keeps posts the same from snapshot to snapshot', () => {
		const bees = dump(['#1 ada: Bees?'], {title: 'Bees'});
		const wasps = dump(['#1 eve: Wasps?'], {title: 'Wasps'});
		const first = merge(bees, wasps);
		const later = merge(bees, wasps, dump(['#1 ken: Ants?'], {title: 'Ants'}));
		expect(later.posts.slice(0, 2).every((post, index) => post === first.posts[index])).toBe(true);
		expect(later.body(first.posts[1] ?? postless()).text).toBe('Wasps?');
	});

	it('waits for bodies that come later, from every part', async () => {
		const slow = (title: string) => {
			const builder = new DumpBuilder('mbox', async post => paragraph(post.raw));
			builder.head({title});
			builder.add({id: `${title}@x`, markup: 'mail', raw: `About ${title}.`});
			return builder.snapshot(true);
		};
		const merged = merge(slow('bees'), slow('wasps'));
		let told = 0;
		const stop = merged.whenPrepared(() => told++);
		const texts = () => merged.posts.map(post => merged.body(post).text);
		expect(texts()).toEqual(['', '']);
		await Promise.all(merged.posts.map(post => merged.prepare(post)));
		expect([texts(), told]).toEqual([['About bees.', 'About wasps.'], 2]);
		stop();
		await merged.prepareAll();
		expect(merged.posts.map(post => merged.prepare(post))).toEqual([null, null]);
	});
});

function postless(): never {
	throw new Error('there is no post');
}

describe('any dumps', () => {
	const word = fc.constantFrom('bees', 'wasps', 'ants', '');
	const line = fc
		.tuple(
			fc.constantFrom('', 'a@x ', 'b@x ', '7 '),
			fc.integer({min: 0, max: 6}),
			fc.constantFrom('', 'ada', 'ken'),
			word,
		)
		.map(([id, number, author, raw]) => `${id}#${number === 0 ? '-' : number} ${author} ^${number}: ${raw}`);
	const facts = fc.record({
		title: fc.constantFrom(null, 'Bees', 'Re: bees', 'Wasps'),
		url: fc.constantFrom(null, 'https://a.example/t/bees/1', 'https://a.example/t/1?page=2'),
		format: fc.constantFrom('text', 'json'),
	});
	const dumps = fc.array(fc.tuple(fc.array(line, {maxLength: 6}), facts), {minLength: 2, maxLength: 5});

	it('give every post once, under an id of its own, in one of the topics', () => {
		fc.assert(
			fc.property(dumps, drafts => {
				const parts = drafts.map(([lines, facts]) => dump(lines, facts));
				const merged = merge(...parts);
				const {posts} = merged;
				expect(posts.map(post => merged.indexOf(post.id))).toEqual(posts.map((_, index) => index));
				const counts = merged.topics.map(({id}) => posts.filter(post => post.topic === id).length);
				expect(counts).toEqual(merged.topics.map(topic => topic.posts));
				expect(counts.reduce((sum, count) => sum + count, 0)).toBe(posts.length);
				const repeated = merged.problems.reduce(
					(sum, {message}) => sum + Number(/(\d+) posts? stands?/.exec(message)?.[1] ?? 0),
					0,
				);
				expect(posts.length + repeated).toBe(parts.reduce((sum, part) => sum + part.posts.length, 0));
				const words = new Set(posts.map(post => merged.body(post).text));
				expect(parts.flatMap(part => part.posts).filter(post => !words.has(post.raw))).toEqual([]);
				expect(linesOf(merge(...parts))).toEqual(linesOf(merged));
			}),
			{numRuns: 300},
		);
	}, 60_000);
});

describe('many', () => {
	it('ten thousand files cost no more than their posts', () => {
		const files = Array.from({length: 10_000}, (_, index) =>
			dump([`m${index}@x #1 ada${index % 3 === 0 ? '' : ` ^m${index - (index % 3)}@x`} @2024-05-03: Words ${index}.`], {
				title: 'A list',
				format: 'mbox',
			}),
		);
		// A square of it would take longer than the test may.
		expect(merge(...files).posts).toHaveLength(10_000);
	}, 60_000);
});
