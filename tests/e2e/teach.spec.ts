import { expect, test } from '../support/site';
import { addClass, beginTeaching, putTogether, writeDownWords } from '../support/teach';

test('a practice goes from an empty app to a link, which is still there after a reload', async ({
	page,
	site
}) => {
	await beginTeaching(page, site.url);
	await addClass(page, site.url, '3-2');
	await putTogether(page, site.url, 'Treaties');
	await page.getByLabel('For', { exact: true }).selectOption('3-2');
	await page.locator('[data-send]').click();
	const link = page.getByRole('textbox', { name: 'Link', exact: true });
	await expect(link).toHaveValue(new RegExp(`^${site.url}a/#[\\w-]+$`));
	await expect(page.getByRole('img', { name: 'Treaties' })).toBeVisible();
	await expect(page.getByText('Kachi does not supervise.')).toBeVisible();
	await expect(page.locator('.sent')).toContainText('3-2');
	const before = await link.inputValue();
	await page.reload();
	await expect(link).toHaveValue(before);
	for (const from of ['collect/', 'teach/paste/']) {
		await page.goto(`${site.url}${from}`);
		await page.getByRole('link', { name: 'Back to Teach' }).click();
		await expect(page.locator('nav [data-new]')).toBeVisible();
	}
	await page.goto(`${site.url}quiz/`);
	await expect(page.getByRole('link', { name: 'Go to Teach' })).toBeVisible();
	await page.goto(site.url);
	await page.getByRole('link', { name: 'Go to Teach' }).click();
	await expect(page.getByRole('link', { name: /Treaties questions: 3/ })).toBeVisible();
});

test('a test asks for the words before it goes out, and goes out to its class once three were typed', async ({
	page,
	site
}) => {
	await beginTeaching(page, site.url);
	await addClass(page, site.url, '3-2');
	await putTogether(page, site.url, 'Midterm');
	await page.getByRole('radio', { name: 'Test' }).check();
	const chosen = page.getByLabel('For', { exact: true });
	await chosen.selectOption('3-2');
	await page.locator('[data-send]').click();
	await expect(page.getByText('Before the first test')).toBeVisible();
	await writeDownWords(page);
	await page.getByRole('link', { name: 'Go on with the quiz' }).click();
	await expect(chosen.locator('option:checked')).toHaveText('3-2');
	await page.reload();
	await expect(chosen.locator('option:checked')).toHaveText('3-2');
	await page.locator('[data-send]').click();
	await expect(page.getByRole('textbox', { name: 'Link', exact: true })).toBeVisible();
	await expect(page.locator('.sent')).toContainText('3-2');
});

test('what was put together is kept as it is changed, and the same quiz goes out anew', async ({
	page,
	site
}) => {
	await beginTeaching(page, site.url);
	await putTogether(page, site.url, 'Treaties');
	const second = await page.locator('[data-chosen] li p').nth(1).innerText();
	await page.locator('[data-chosen] li').nth(1).getByRole('button').first().click();
	await expect(page.locator('[data-chosen] li p').first()).toHaveText(second.replace('2.', '1.'));
	await page.locator('[data-draw]').click();
	await expect(page.locator('[data-chosen] li')).toHaveCount(13);
	await page.reload();
	await expect(page.locator('[data-chosen] li')).toHaveCount(13);
	await page.locator('.set > details summary').last().click();
	await page.getByLabel('Time limit').selectOption('10 min');
	await page.locator('[data-send]').click();
	const link = page.getByRole('textbox', { name: 'Link', exact: true });
	const first = await link.inputValue();
	await page.getByRole('button', { name: 'Link B with more time: 15 minutes' }).click();
	await expect(link).not.toHaveValue(first);
	await page.getByText('Same quiz, new date').click();
	const more = await link.inputValue();
	await page.getByLabel('Due').fill('2031-05-04T09:30');
	await page.getByRole('button', { name: 'Make the link' }).click();
	await expect(link).not.toHaveValue(more);
	await expect(page.locator('.sent')).toContainText('due May 4, 2031, 9:30');
	await expect(page.locator('.sent li')).toHaveCount(2);
});
