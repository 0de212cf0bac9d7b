/**
Opening an address in the browser. Only web and mail addresses: a dump may hold any other kind.
*/

/** @returns A warning in words, or `null` when a browser was asked. Never rejects. */
export async function openUrl(url: string): Promise<string | null> {
	if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return `not opened, no web address: ${url}`;
	try {
		const {default: open} = await import('open');
		const browser = await open(url);
		browser.on('error', () => {});
		return null;
	} catch {
		return `no browser could be opened for ${url}`;
	}
}
