/**
Inline elements: emphasis, links, images, mentions and what else stands within a line.
*/
import type {Inline} from '../../thread/body.ts';
import {addressOf, type Site, sourceOf, wordsForImage} from './attributes.ts';
import {InlineWriter} from './inline-writer.ts';
import {type Element, findElement, hasClass, lineOf, type Node, textOf} from './tree.ts';

type Style = 'strong' | 'emphasis' | 'strike' | 'spoiler';

const styles = new Map<string, Style>([
	['b', 'strong'],
	['strong', 'strong'],
	['i', 'emphasis'],
	['em', 'emphasis'],
	['cite', 'emphasis'],
	['dfn', 'emphasis'],
	['var', 'emphasis'],
	['s', 'strike'],
	['del', 'strike'],
	['strike', 'strike'],
]);

/** Discourse writes BBCode as classes. */
const classStyles: readonly (readonly [string, Style])[] = [
	['bbcode-b', 'strong'],
	['bbcode-i', 'emphasis'],
	['bbcode-s', 'strike'],
	['spoiler', 'spoiler'],
	['spoiled', 'spoiler'],
];

/** Everything in a list of nodes on lines; blocks in it are parted by spaces. Never throws. */
export function readInlineNodes(nodes: readonly Node[], site: Site): readonly Inline[] {
	const writer = new InlineWriter();
	writeNodes(nodes, writer, site);
	return writer.take();
}

/** Write one inline element. */
export function writeInline(element: Element, writer: InlineWriter, site: Site): void {
	const {name, children} = element;
	const style = styles.get(name) ?? (name === 'span' || name === 'div' ? classStyle(element) : undefined);
	if (style !== undefined) {
		writer.begin();
		writeNodes(children, writer, site);
		writer.end(inlines => ({type: style, children: inlines}));
		return;
	}
	switch (name) {
		case 'a':
			writeAnchor(element, writer, site);
			break;
		case 'br':
			writer.break();
			break;
		case 'img':
			writeImage(element, writer, site);
			break;
		case 'code':
		case 'kbd':
		case 'samp':
		case 'tt':
			writeCode(element, writer);
			break;
		case 'q':
			writer.write('“');
			writeNodes(children, writer, site);
			writer.write('”');
			break;
		case 'audio':
		case 'embed':
		case 'iframe':
		case 'object':
		case 'video':
			writePlayer(element, writer, site);
			break;
		case 'input':
			if (element.attributes.type === 'checkbox') writer.write(checkbox('checked' in element.attributes));
			break;
		case 'span':
			writeSpan(element, writer, site);
			break;
		default:
			writeNodes(children, writer, site);
	}
}

function writeNodes(nodes: readonly Node[], writer: InlineWriter, site: Site): void {
	for (const node of nodes) {
		if (typeof node === 'string') {
			writer.write(node);
		} else if (node.isBlock) {
			writer.write(' ');
			writeNodes(node.children, writer, site);
			writer.write(' ');
		} else {
			writeInline(node, writer, site);
		}
	}
}

function classStyle(element: Element): Style | undefined {
	if (element.attributes.class === undefined) return undefined;
	return classStyles.find(([name]) => hasClass(element, name))?.[1];
}

function writeSpan(element: Element, writer: InlineWriter, site: Site): void {
	if (hasClass(element, 'mention')) {
		writeMention(element, writer);
	} else if (hasClass(element, 'chcklst-box')) {
		writer.write(checkbox(hasClass(element, 'checked')));
	} else if (!hasClass(element, 'show-more-container')) {
		writeNodes(element.children, writer, site);
	}
}

function checkbox(isChecked: boolean): string {
	return isChecked ? '[x] ' : '[ ] ';
}

function writeMention(element: Element, writer: InlineWriter): void {
	const words = lineOf(element.children);
	const name = words.replace(/^@/, '');
	if (name === '') writer.write(words);
	else writer.add({type: 'mention', name});
}

function writeAnchor(element: Element, writer: InlineWriter, site: Site): void {
	if (hasClass(element, 'mention') || hasClass(element, 'mention-group')) {
		writeMention(element, writer);
		return;
	}
	if (hasClass(element, 'footnote-backref')) return;
	const url = addressOf(element.attributes.href, site);
	if (hasClass(element, 'lightbox')) {
		const image = findElement(element.children, ({name}) => name === 'img');
		if (image !== null) {
			const alt = image.attributes.alt || element.attributes.title || '';
			writer.add({type: 'image', alt, url: url ?? sourceOf(image, site)});
			return;
		}
	}
	if (url === null || url.startsWith('#')) {
		writeNodes(element.children, writer, site);
		return;
	}
	writer.begin();
	if (hasClass(element, 'hashtag-cooked') && !lineOf(element.children).startsWith('#')) writer.write('#');
	writeNodes(element.children, writer, site);
	const hasWords = writer.end(children => ({type: 'link', url, children}));
	if (!hasWords && element.children.length === 0)
		writer.add({type: 'link', url, children: [{type: 'text', text: url}]});
}

function writeImage(element: Element, writer: InlineWriter, site: Site): void {
	const words = wordsForImage(element);
	if (words !== null) writer.write(words);
	else
		writer.add({
			type: 'image',
			alt: element.attributes.alt || element.attributes.title || '',
			url: sourceOf(element, site),
		});
}

function writeCode(element: Element, writer: InlineWriter): void {
	const code = textOf(element.children);
	const text = code.includes('\n')
		? code
				.split('\n')
				.map(line => line.trim())
				.join(' ')
				.trim()
		: code;
	if (text.trim() !== '') writer.add({type: 'code', text});
	else writer.write(text);
}

/** What is played elsewhere is a link here. */
function writePlayer(element: Element, writer: InlineWriter, site: Site): void {
	const url = sourceOf(element, site) ?? addressOf(element.attributes.data, site);
	if (url === null) {
		writeNodes(element.children, writer, site);
		return;
	}
	writer.add({type: 'link', url, children: [{type: 'text', text: element.attributes.title || url}]});
}
