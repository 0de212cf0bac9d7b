/**
What a small action did, from its code to the words that Discourse shows for it
(its `client.en.yml`, `action_codes`).
*/

const labels: Readonly<Record<string, string>> = {
	public_topic: 'Made this topic public',
	open_topic: 'Converted this to a topic',
	private_topic: 'Made this topic a personal message',
	split_topic: 'Split this topic',
	invited_user: 'Invited',
	invited_group: 'Invited a group',
	user_left: 'Left this message',
	removed_user: 'Removed',
	removed_group: 'Removed a group',
	autobumped: 'Automatically bumped',
	tags_changed: 'Tags updated',
	category_changed: 'Category updated',
	forwarded: 'Forwarded the above email',
	assigned: 'Assigned',
	unassigned: 'Unassigned',
	'autoclosed.enabled': 'Closed',
	'autoclosed.disabled': 'Opened',
	'closed.enabled': 'Closed',
	'closed.disabled': 'Opened',
	'archived.enabled': 'Archived',
	'archived.disabled': 'Unarchived',
	'pinned.enabled': 'Pinned',
	'pinned.disabled': 'Unpinned',
	'pinned_globally.enabled': 'Pinned globally',
	'pinned_globally.disabled': 'Unpinned',
	'visible.enabled': 'Listed',
	'visible.disabled': 'Unlisted',
	'banner.enabled': 'Made this a banner',
	'banner.disabled': 'Removed this banner',
};

/** @returns The words for an action code; a code without any is written as words. Never throws. */
export function actionLabel(code: string): string {
	const label = Object.hasOwn(labels, code) ? labels[code] : undefined;
	if (label !== undefined) return label;
	const words = code.replace(/[._]+/g, ' ').trim();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
