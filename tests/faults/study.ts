import type { Scenario } from './scenario';

/** Answering, changing, undoing, with one tab or several. */
export const study: Scenario = {
	name: 'study',
	kills: { full: 300, short: 14 },
	longestMs: 700,
	async beside({ context, site, random }) {
		const others = Math.max(0, Math.floor(4 * random()) - 1);
		for (let tab = 0; tab < others; tab += 1) {
			const page = await context.newPage();
			await page.goto(`${site.url}study/`, { waitUntil: 'commit' });
		}
	}
};
