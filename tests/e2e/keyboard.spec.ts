import { expect, test } from '../support/site';
import { arrange, isArranged } from '../support/arrange';
import { itemOf, typedText } from '../support/authored';
import { keyboardOf, tabTo } from '../support/hands';
import { answerAndGoOn, cardOn, countsOf, openToday, storedLog } from '../support/study';

test('a whole session by keyboard alone', async ({ page, site }) => {
	await openToday(page, site.url);
	const study = page.getByRole('link', { name: 'Study now' });
	for (let i = 0; i < 12 && !(await study.evaluate((el) => el === document.activeElement)); i++) {
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('Enter');
	const end = page.getByRole('heading', { name: 'Done for now' });
	let answers = 0;
	await expect(page.locator('article')).toBeVisible();
	while (!(await end.isVisible())) {
		if (++answers > 100) throw new Error('the session does not end');
		const card = await cardOn(page);
		const item = itemOf(card);
		const text = typedText(item, true, card);
		const isTyped = text !== undefined;
		await expect(page.locator(isTyped ? 'article input' : 'article h2')).toBeFocused();
		if (isTyped) {
			await page.keyboard.type(text);
			await page.keyboard.press('Enter');
			await expect(page.getByRole('status').filter({ hasText: 'Right' })).toHaveCount(1);
			await page.keyboard.press('Enter');
		} else if (item.kind === 'true-false') {
			await page.keyboard.press(item.key ? '1' : '2');
			await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();
			await page.keyboard.press('Enter');
		} else if (item.kind === 'multiple') {
			const ids = await page
				.locator('[data-option]')
				.evaluateAll((all) => all.map((el) => el.getAttribute('data-option')));
			for (const key of item.keys) await page.keyboard.press(String(ids.indexOf(key) + 1));
			await page.keyboard.press('Enter');
			await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();
			await page.keyboard.press('Enter');
		} else if (isArranged(item)) {
			await arrange(keyboardOf(page), item, true);
			await expect(page.getByRole('status').filter({ hasText: 'Right' })).toHaveCount(1);
			await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();
			await page.keyboard.press('Enter');
		} else if (item.kind === 'choice') {
			const ids = await page
				.locator('[data-option]')
				.evaluateAll((all) => all.map((el) => el.getAttribute('data-option')));
			await page.keyboard.press(String(ids.indexOf(item.key) + 1));
			await expect(page.getByRole('status').filter({ hasText: 'Right' })).toHaveCount(1);
			await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();
			await page.keyboard.press('Enter');
		} else {
			await page.keyboard.press('Space');
			await expect(page.locator('.ratings')).toBeVisible();
			await page.keyboard.press('3');
		}
		await expect(page.locator('.bar, .ratings')).toHaveCount(0);
		await expect(page.locator('article[data-card]').or(end)).toBeVisible();
	}
	await expect(end).toBeFocused();
	await page.keyboard.press('u');
	await expect(page.locator('article')).toBeVisible();
	// In a box that is typed in, Ctrl+Z is the box's own.
	await tabTo(page, '.study > header button:enabled:not([aria-haspopup])');
	await page.keyboard.press('Enter');
	await expect(page.locator('.study > header')).toBeVisible();
	await page.getByRole('link', { name: 'Back to Today' }).click();
	expect((await countsOf(page))[2]).toBe(String(answers - 2));
});

test('1 to 4 rate a flashcard even where two buttons are shown', async ({ page, site }) => {
	await page.goto(`${site.url}study/`);
	await expect(page.locator('article')).toBeVisible();
	while (itemOf(await cardOn(page)).kind !== 'flashcard') {
		const card = await answerAndGoOn(page);
		await expect(page.locator(`article:not([data-card="${card}"])`)).toBeVisible();
	}
	const card = await cardOn(page);
	await page.keyboard.press('Space');
	await expect(page.locator('.rating')).toHaveCount(2);
	await page.keyboard.press('4');
	await expect(page.locator(`[data-card="${card}"]`)).toHaveCount(0);
	const kept = async () => (await storedLog(page)).entries.some((entry) => entry.card === card);
	await expect.poll(kept).toBe(true);
	await page.goto(`${site.url}item/?id=${card.split('#')[0]}`);
	await expect(page.locator(`[data-card="${card}"]`)).toHaveText(/Comes back in ([2-9]|\d\d) days/);
});

test('single keys can be switched off', async ({ page, site }) => {
	await page.goto(`${site.url}settings/`);
	const shortcuts = page.getByRole('group', { name: 'Single-key shortcuts' });
	await shortcuts.getByRole('radio', { name: 'Off' }).check();
	await page.getByRole('link', { name: 'Study' }).click();
	await expect(page.locator('article')).toBeVisible();
	await page.keyboard.press('1');
	await page.keyboard.press('u');
	await expect(page.locator('.bar')).toHaveCount(0);
});
