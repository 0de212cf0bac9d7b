/**
Images in crawled text: their alt text stands as a bare line, often with Discourse's
caption (`shelf1264×459 10.7 KB`, name and size glued) below it. A line is taken for an
image only on strong evidence.
*/

/** What Discourse's lightbox writes under an image: name, then width, U+00D7, height and size. */
const caption = /^(.*?)(\d{1,4})×(\d{1,5}) \d[\d.,]* (?:[KMG]B|bytes)$/u;
const linked = /^\[(.*)\]\((\S+)\)$/;
const longest = 300;

const fileName = /^\S[^/\\?*<>|]{0,120}\.(?:png|jpe?g|gif|webp|avif|heic|svg|bmp|tiff?)$/i;
const cameraName = /^(?:IMG|DSCN?|DSC|PXL|MVIMG|VID|GOPR|WP|P)[_-]?\d{3,}[\w-]*$/;
const screenshot =
	/^(?:Screen ?shot|Screenshot|Screen Recording|Bildschirmfoto|Captura de pantalla|Capture d[’']écran|Schermata|Снимок экрана)(?:[ _-]?(?:from |at |du )?\d[^!?]{0,60}|_\w{1,60})?$/iu;
const generic =
	/^(?:image|img|grafik|imagen|imagem|immagine|afbeelding|изображение|图片|圖片|圖像)(?:[ _-]?\d{1,20})?$/iu;
/** As Giphy and Tenor name them: `Happy Dance GIF by Somebody`. */
const gif = /^(?:[\p{Lu}\p{N}&'’#@(-][^\s.!?]* ){1,12}GIF(?: by [^.!?]{1,80}[^\s]{0,20})?$/u;

export type Image = {readonly alt: string; readonly url: string | null};
export type TextOrImage = {readonly lines: readonly string[]} | {readonly image: Image};

/**
Whether a line is the caption below an image.

@param alt - The line above it: the caption repeats it, or it holds the size alone.
*/
export function isCaption(line: string, alt: string): boolean {
	const text = withoutLink(line);
	if (text.length > longest || !text.includes('×')) return false;
	const rest = text.startsWith(alt.trim()) ? text.slice(alt.trim().length) : text;
	return /^\d{1,5}×\d{1,5} \d[\d.,]* (?:[KMG]B|bytes)$/u.test(rest);
}

/** Whether a line alone is surely an image's alt text. */
export function isImageLine(line: string): boolean {
	const text = line.trim();
	if (text.length > 200) return false;
	return generic.test(text) || gif.test(text) || fileName.test(text) || cameraName.test(text) || screenshot.test(text);
}

/**
Part the lines of a paragraph into text and images, in order.

@returns Every line is in one part; an alt line and its caption are one image. Never throws.
*/
export function partImages(lines: readonly string[]): readonly TextOrImage[] {
	const parts: TextOrImage[] = [];
	let text: string[] = [];

	function push(image: Image): void {
		if (text.length > 0) parts.push({lines: text});
		text = [];
		parts.push({image});
	}

	for (let index = 0; index < lines.length; index++) {
		const line = lines[index] ?? '';
		const next = lines[index + 1];
		if (next !== undefined && line.trim() !== '' && isCaption(next, line)) {
			push({alt: line.trim(), url: linkOf(next)});
			index++;
			continue;
		}
		const alone = line.length > longest || !line.includes('×') ? null : caption.exec(withoutLink(line));
		if (alone !== null) push({alt: alone[1] ?? '', url: linkOf(line)});
		else if (isImageLine(line)) push({alt: line.trim(), url: null});
		else text.push(line);
	}
	if (text.length > 0) parts.push({lines: text});
	return parts;
}

function withoutLink(line: string): string {
	const text = line.trim();
	return text.startsWith('[') ? text.replace(linked, '$1') : text;
}

function linkOf(line: string): string | null {
	return linked.exec(line.trim())?.[2] ?? null;
}
