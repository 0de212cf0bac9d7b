/**
What stands before the first post of an archived topic: YAML front matter, the title, and lines
such as `**URL**: https://…`.
*/

export type Preamble = {
	readonly title: string | null;
	readonly url: string | null;
	/** The topic's own id. */
	readonly topic: string | null;
	/** How many posts it says there are. */
	readonly posts: number | null;
	/** Whether a rule parts it from the first post, as one then parts each from the next. */
	readonly isRuled: boolean;
	/** What is no fact, in its words. */
	readonly others: readonly string[];
};

const frontMatter = /^([A-Za-z_]{1,30}):\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|(.*?))\s*$/;
const labelled = /^\s*(?:[-*]\s+)?\*\*([A-Za-z ]{1,30}?)\**:\**\s*(.*?)\s*$/;

/** Read the lines before the first post. Never throws. */
export function readPreamble(lines: readonly string[]): Preamble {
	const facts = new Map<string, string>();
	const others: string[] = [];
	let title: string | null = null;
	let inFrontMatter = false;
	let isRuled = false;
	const words = lines.map(line => line.trim()).filter(line => line !== '');
	for (const [index, text] of words.entries()) {
		if (isRule(text)) {
			isRuled = index > 0 && !inFrontMatter;
			inFrontMatter = index === 0;
			continue;
		}
		isRuled = false;
		const [key, value] = inFrontMatter ? readFrontMatter(text) : readLabelled(text);
		if (!inFrontMatter && title === null && /^# +\S/.test(text)) title = text.replace(/^# +| #+$/g, '');
		else if (key === '') others.push(text);
		// Later lines state it better: front matter shortens addresses.
		else if (value !== '') facts.set(key.toLowerCase().replaceAll(/[ _]/g, ''), value);
	}
	const url = facts.get('url') ?? facts.get('link') ?? facts.get('source') ?? null;
	const topic = facts.get('topicid') ?? /\/t\/(?:[^/\s]+\/)?(\d+)/.exec(url ?? '')?.[1] ?? null;
	const posts = Number(facts.get('postscount') ?? facts.get('posts') ?? Number.NaN);
	return {
		title: title ?? facts.get('title') ?? null,
		url: url !== null && /^https?:\/\//.test(url) ? url : null,
		topic: topic !== null && /^\d{1,12}$/.test(topic) ? topic : null,
		posts: Number.isSafeInteger(posts) ? posts : null,
		isRuled,
		others,
	};
}

/** Whether a line is a rule, as archivers put it behind a post. */
export function isRule(line: string): boolean {
	return /^(?:-{3,}|\*{3,}|_{3,})[ \t]*$/.test(line);
}

function readFrontMatter(text: string): readonly [key: string, value: string] {
	const [, key = '', double, single, plain = ''] = frontMatter.exec(text) ?? [];
	return [key, double?.replace(/\\(["\\])/g, '$1') ?? single?.replaceAll("''", "'") ?? plain];
}

function readLabelled(text: string): readonly [key: string, value: string] {
	const [, key = '', value = ''] = labelled.exec(text) ?? [];
	return [key, value];
}
