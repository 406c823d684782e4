import type { Page } from '@playwright/test';
import { arrange } from '../support/arrange';
import { allCards, pairsOf, someItem, stepsOf } from '../support/authored';
import { backupOf, openSettings, restore } from '../support/data-part';
import { entry } from '../support/entries';
import { keyboardOf, mouseOf, tabTo } from '../support/hands';
import { expect, test } from '../support/site';
import { logOf } from '../support/stored-data';
import { cardOn, openStudy } from '../support/study';

const open = async (page: Page, url: string, key: string) => {
	await page.goto(`${url}item/?id=${key}`);
	await expect(page.locator('[data-check]')).toBeVisible();
};

/** Opens Study with nothing but this item in it. */
async function studyOnly(page: Page, url: string, key: string): Promise<void> {
	const others = allCards().filter((card) => !card.startsWith(`${key}#`));
	await openSettings(page, url);
	await restore(
		page,
		await backupOf({ id: 'one' }, [entry('suspend', 'a.1', 1, { cards: others })])
	);
	await openStudy(page, url);
	expect(await cardOn(page)).toBe(`${key}#`);
	await expect(page.locator('[data-check]')).toBeVisible();
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const placed = (page: Page) =>
	page.locator('[data-step]').evaluateAll((all) => all.map((each) => each.dataset['step'] ?? ''));

test.describe('a match', () => {
	const { key, item } = someItem('match', ({ premises }) => premises.length > 3);
	const [one, other] = item.premises as [(typeof item.premises)[0], (typeof item.premises)[0]];
	const textOf = (premise: string) =>
		item.responses.find(({ id }) => id === item.key[premise])?.text ?? '';
	const [its, others] = [textOf(one.id), textOf(other.id)];
	const count = item.premises.length;

	test('is made, changed and taken back by keyboard alone, and says what stands where', async ({
		page,
		site
	}) => {
		await open(page, site.url, key);
		const choose = async (premise: string, response: string) => {
			await tabTo(page, `[data-premise="${premise}"]`);
			await page.keyboard.press('Enter');
			await keyboardOf(page).click(`[data-response="${item.key[response]}"]`);
		};
		const left = page.getByRole('status').filter({ hasText: 'Still to be matched' });
		await expect(button(page, `${one.text}: not matched yet`)).toHaveAttribute(
			'aria-expanded',
			'false'
		);
		await tabTo(page, `[data-premise="${one.id}"]`);
		await page.keyboard.press('Enter');
		const group = page.getByRole('group', { name: `What belongs to ${one.text}` });
		await expect(group.getByRole('button')).toHaveText(
			[...item.responses.map(({ text }) => text)].sort((a, b) => (a < b ? -1 : 1))
		);
		await page.keyboard.press('Escape');
		await expect(group).toHaveCount(0);
		await expect(button(page, `${one.text}: not matched yet`)).toBeFocused();

		await choose(one.id, other.id);
		await expect(button(page, `${one.text}: ${others}`)).toBeFocused();
		await expect(left).toHaveText(`Still to be matched: ${count - 1}`);

		// The other takes it away.
		await tabTo(page, `[data-premise="${other.id}"]`);
		await page.keyboard.press('Enter');
		await expect(button(page, `${others} now with ${one.text}`)).toBeVisible();
		await keyboardOf(page).click(`[data-response="${item.key[other.id]}"]`);
		await expect(button(page, `${other.text}: ${others}`)).toBeFocused();
		await expect(button(page, `${one.text}: not matched yet`)).toBeVisible();
		await expect(left).toHaveText(`Still to be matched: ${count - 1}`);

		await choose(one.id, one.id);
		await expect(button(page, `${one.text}: ${its}`)).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(button(page, its)).toHaveAttribute('aria-pressed', 'true');
		await keyboardOf(page).click('[role="group"] .quiet');
		await expect(button(page, `${one.text}: not matched yet`)).toBeFocused();
	});

	test('that is not whole is asked again and costs nothing', async ({ page, site }) => {
		await studyOnly(page, site.url, key);
		const before = (await logOf(page)).length;
		const [first = ['', '']] = pairsOf(item, true);
		for (const pairs of [[], [first]]) {
			for (const [premise, response] of pairs) {
				await page.locator(`[data-premise="${premise}"]`).click();
				await page.locator(`[data-response="${response}"]`).click();
			}
			await page.locator('[data-check]').click();
			const said = `Still to be matched: ${count - pairs.length}. This was not counted.`;
			await expect(page.locator('article [role="alert"]')).toHaveText(said);
			await expect(page.locator('[data-matched=""]').first()).toBeFocused();
		}
		await page.locator(`[data-premise="${other.id}"]`).click();
		await page.locator(`[data-response="${item.key[other.id]}"]`).click();
		await expect(page.locator('article [role="alert"]')).toBeEmpty();
		expect(await logOf(page)).toHaveLength(before);
	});

	test('in part right is saved by ids, and shows each pair right or wrong', async ({
		page,
		site
	}) => {
		await studyOnly(page, site.url, key);
		const right = pairsOf(item, true);
		const spare = item.responses.find(({ why }) => why !== undefined);
		const pairs = right.map(([premise, response]) =>
			premise === one.id ? [premise, spare?.id ?? ''] : [premise, response]
		);
		for (const [premise, response] of pairs) {
			await page.locator(`[data-premise="${premise}"]`).click();
			await page.locator(`[data-response="${response}"]`).click();
		}
		await page.locator('[data-check]').click();
		await expect(page.locator('.verdict')).toHaveText('Partly right');
		await expect(page.locator('[data-pair="right"]')).toHaveCount(count - 1);
		const wrong = page.locator('[data-pair="wrong"]');
		await expect(wrong.locator('dt')).toHaveText(one.text);
		await expect(wrong.locator('.wrong')).toContainText(spare?.text ?? '');
		await expect(wrong.locator('.right')).toContainText(its);
		await expect(page.getByText(`Why not ${spare?.text}?`)).toBeVisible();
		const given = expect.arrayContaining(pairs) as unknown;
		const kept = expect.objectContaining({
			score: (count - 1) / count,
			rating: 2,
			response: { kind: 'match', pairs: given }
		}) as unknown;
		await expect.poll(() => logOf(page)).toContainEqual(kept);
	});
});

test.describe('an order', () => {
	const { key, item } = someItem('order');
	const textOf = (id: string) => item.steps.find((step) => step.id === id)?.text ?? '';
	const count = item.steps.length;

	test('is put right by keyboard alone; the focus goes with the step, and its place is said', async ({
		page,
		site
	}) => {
		await studyOnly(page, site.url, key);
		const shown = await placed(page);
		expect(shown).not.toEqual(stepsOf(item, true));
		const [first = '', second = ''] = shown;
		const status = page.locator('article [role="status"]');
		const [up, down] = ['up', 'down'].map((way) => `Move “${textOf(second)}” ${way}`);
		await tabTo(page, `[data-step="${second}"] [data-move="-1"]`);
		await page.keyboard.press('Enter');
		await expect(button(page, up ?? '')).toBeFocused();
		await expect(status).toHaveText(`“${textOf(second)}” is now 1 of ${count}`);
		expect((await placed(page)).slice(0, 2)).toEqual([second, first]);

		// At the end nothing moves, and the focus stays.
		await page.keyboard.press('Enter');
		await expect(button(page, up ?? '')).toBeFocused();
		await expect(button(page, up ?? '')).toHaveAttribute('aria-disabled', 'true');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await expect(status).toHaveText(`“${textOf(second)}” is now 3 of ${count}`);
		await page.keyboard.press('ArrowUp');
		await expect(status).toHaveText(`“${textOf(second)}” is now 2 of ${count}`);
		await page.keyboard.press('Tab');
		await expect(button(page, down ?? '')).toBeFocused();
		expect(await placed(page)).toEqual(shown);

		await arrange(keyboardOf(page), item, true);
		await expect(page.locator('.verdict.right')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();
		await expect(page.locator('[data-placed="right"]')).toHaveCount(count);
		const response = { kind: 'order', steps: stepsOf(item, true) };
		const kept = expect.objectContaining({ score: 1, rating: 3, response }) as unknown;
		await expect.poll(() => logOf(page)).toContainEqual(kept);
	});

	test('left as it is shown is not right, and shows where each step belongs', async ({
		page,
		site
	}) => {
		await studyOnly(page, site.url, key);
		await page.locator('[data-check]').click();
		await expect(page.locator('.verdict.wrong')).toBeVisible();
		const texts = item.steps.map(({ text }, at) => new RegExp(`${at + 1}\\. +${text}`));
		await expect(page.locator('[data-placed]')).toHaveText(texts);
		await expect(page.locator('[data-placed="wrong"] small').first()).toContainText('place');
		await expect(page.getByText(/Steps that follow the right one: [01] of/)).toBeVisible();
	});

	test('that was taken back is asked with its steps in the same places', async ({ page, site }) => {
		await studyOnly(page, site.url, key);
		const shown = await placed(page);
		await arrange(mouseOf(page), item, false);
		await expect(page.locator('.bar')).toBeVisible();
		await page.keyboard.press('u');
		await expect(page.locator('[data-check]')).toBeVisible();
		expect(await placed(page)).toEqual(shown);
	});
});

test.describe('on a narrow phone', () => {
	test.use({ viewport: { width: 390, height: 844 } });

	for (const kind of ['match', 'order'] as const) {
		test(`${kind}: what is pressed is large enough, and long words wrap`, async ({
			page,
			site
		}) => {
			const { key, item } = someItem(kind);
			await open(page, site.url, key);
			if (item.kind === 'match') await page.locator('[data-premise]').first().click();
			await page.locator('main [lang="en"]').evaluateAll((all) => {
				const long = '한일관계정상화조약체결이후육십년韓日関係正常化以後六十年';
				for (const each of all) each.textContent = long.repeat(3);
			});
			const boxes = await page
				.locator('main :is([data-premise], [data-response], [data-move], [data-check])')
				.evaluateAll((all) =>
					all.map((each) => {
						const { width, height, right } = each.getBoundingClientRect();
						return { width, height, right };
					})
				);
			expect(boxes.length).toBeGreaterThan(6);
			for (const { width, height, right } of boxes) {
				expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
				expect(right).toBeLessThanOrEqual(390);
			}
			const overflow = () => document.documentElement.scrollWidth - innerWidth;
			expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
		});
	}
});
