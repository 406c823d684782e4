import type { Page } from '@playwright/test';
import { openBox, paste } from '../support/paste-states';
import { expect, test } from '../support/site';
import { storedLog } from '../support/study';
import { beginTeaching } from '../support/teach';

/** Typed questions, pasted as columns: nobody has their keys but the teacher. */
const TYPED = 'Which town hosts the fair?\tNara\nWhich river is the longest?\tAmur\n';

async function copied(page: Page): Promise<string> {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.getByRole('button', { name: 'Copy as text' }).click();
	await expect(page.getByText('Copied')).toBeVisible();
	return page.evaluate(() => navigator.clipboard.readText());
}

/** Takes a quiz of typed questions and hands it in; the sheet as a message. */
async function take(page: Page, link: string, name: string, given: string): Promise<string> {
	await page.goto(link);
	await page.getByLabel('Your name').fill(name);
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	for (const place of ['1 / 2', '2 / 2']) {
		await expect(page.locator('.run > header .place')).toHaveText(place);
		await page.getByRole('textbox').fill(given);
		await page.getByRole('textbox').press('Enter');
	}
	await page.locator('[data-hand-in]').click();
	return copied(page);
}

/** Pastes typed questions, makes a quiz of them whose keys stay here, and sends it. */
async function send(page: Page, url: string): Promise<string> {
	await openBox(page, url);
	await paste(page, TYPED);
	await page.locator('input[value="text"]').check();
	await expect(page.locator('[data-block="item"]')).toHaveCount(2);
	await page.getByLabel('Name of these questions').fill('Fairs');
	await page.locator('.primary.wide').click();
	await expect(page.locator('[data-own]')).toBeVisible();
	await page.goto(`${url}teach/`);
	await page.locator('[data-new]').click();
	await page.locator('[data-title] input').fill('Fair quiz');
	await page.locator('[data-title] input').blur();
	await page.getByRole('searchbox').fill('which town which river'.slice(0, 5));
	for (const item of await page.locator('[data-choose^="own-"]').all()) await item.check();
	await expect(page.locator('[data-chosen] li')).toHaveCount(2);
	await page.locator('input[value="device"]').check();
	await page.locator('[data-send]').click();
	return page.getByLabel('Link').inputValue();
}

test('two students hand in, one answer is accepted for both, and the link back fills the notebook', async ({
	page: teacher,
	site,
	newDevice
}) => {
	test.setTimeout(180_000);
	await beginTeaching(teacher, site.url);
	const link = await send(teacher, site.url);
	const [ada, minseo] = [await newDevice(), await newDevice()];
	const chat = [
		await take(ada, link, 'Ada', 'Nara city'),
		await take(minseo, link, '김민서', 'Nara city')
	].join('\n');

	await teacher.getByRole('link', { name: 'Answers' }).click();
	await teacher.getByLabel('Paste a chat, a mail or a table').fill(`${chat}\n${chat}`);
	await teacher.getByRole('button', { name: 'Find the sheets' }).click();
	await expect(teacher.locator('[data-incoming="2"]')).toBeVisible();
	await teacher.getByRole('button', { name: 'Take in 2' }).click();
	const rows = teacher.locator('tbody tr');
	await expect(rows).toHaveCount(2);
	await expect(teacher.locator('td.total').first()).toHaveText('0 / 2');
	const town = teacher.getByRole('button', { name: 'Question 1' });
	await town.click();
	await teacher
		.getByRole('button', { name: /Accept/ })
		.first()
		.click();
	await teacher.getByRole('button', { name: 'Close' }).click();
	await expect(teacher.locator('td.total')).toHaveText(['1 / 2', '1 / 2']);
	await teacher.reload();
	await expect(teacher.locator('td.total')).toHaveText(['1 / 2', '1 / 2']);

	await teacher.getByRole('button', { name: 'Answers link' }).click();
	const answers = await teacher.getByLabel('Link').inputValue();
	await ada.goto(answers);
	await expect(ada.locator('[data-received="true"]')).toBeVisible();
	await expect(ada.getByText('Put into your notebook: 1')).toBeVisible();
	const entries = (await storedLog(ada)).entries;
	expect(entries.filter(({ kind }) => kind === 'review')).toHaveLength(2);
	await ada.getByRole('link', { name: 'Missed' }).last().click();
	await expect(ada.getByRole('heading', { name: /^Which (town|river)/ })).toHaveCount(1);

	const download = teacher.waitForEvent('download');
	await teacher.getByRole('button', { name: 'Table as CSV' }).click();
	expect((await download).suggestedFilename()).toBe('marks.csv');
});
