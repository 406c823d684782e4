import type { Page } from '@playwright/test';
import { expect } from './site';
import { answer, answerAndGoOn, openStudy } from './study';

type Look = (where: string) => Promise<void>;

/** Visits the notebook of what was missed, its drill and its sheet of paper. */
export async function missedStates(page: Page, url: string, look: Look): Promise<void> {
	await page.goto(`${url}missed/`);
	await expect(page.locator('[data-empty], article[data-missed]').first()).toBeVisible();
	await look('missed, as it is found');
	await openStudy(page, url);
	for (let at = 0; at < 4; at++) {
		await answerAndGoOn(page, false);
		await expect(page.locator('article[data-card], .end').first()).toBeVisible();
	}
	await page.goto(`${url}missed/`);
	await expect(page.locator('article[data-missed] [data-progress]').first()).toBeVisible();
	await page.locator('article[data-missed] summary').first().click();
	await expect(page.locator('.explanation').first()).toBeVisible();
	await look('missed');
	const entry = page.locator('article[data-missed]').first();
	await entry.locator('> .button.quiet').click();
	await entry.locator('textarea').fill('오래기억해야하는긴메모'.repeat(9));
	await look('missed, with a note being written');
	await page.goto(`${url}missed/?when=today&sure=1&topic=japan-korea/leaders&quiz=none`);
	await expect(page.locator('.none')).toBeVisible();
	await look('missed, nothing found');
	await page.goto(`${url}drill/?of=missed`);
	await expect(page.locator('article[data-card]')).toBeVisible();
	await look('drill');
	const give = page.locator('.give-up');
	if (await give.isVisible()) await give.click();
	else await answer(page, false);
	await look('drill, wrong');
	if (await page.locator('.bar .primary').isVisible()) await page.locator('.bar .primary').click();
	await drillToTheEnd(page);
	await look('drill, at its end');
	await page.goto(`${url}drill/?attempt=none`);
	await expect(page.locator('.message')).toBeVisible();
	await look('drill of nothing');
	await page.goto(`${url}missed/print/`);
	await expect(page.locator('[data-paper-keys]')).toBeVisible();
	await look('missed, on paper');
}

/** Answers rightly until a drill is over; gives how many answers that took. */
export async function drillToTheEnd(page: Page): Promise<number> {
	let count = 0;
	const there = page.locator('article[data-card], .end').first();
	await expect(there).toBeVisible();
	while (!(await page.locator('.end').isVisible())) {
		if (count > 100) throw new Error('the drill does not end');
		await answerAndGoOn(page, true);
		count += 1;
		await expect(page.locator('.give-up, footer .primary, .end').first()).toBeVisible();
	}
	return count;
}
