import type { Page } from '@playwright/test';
import { someItem } from '../support/authored';
import { leaveOnly } from '../support/data-part';
import { expect, test } from '../support/site';
import { logOf } from '../support/stored-data';
import { cardOn, openStudy } from '../support/study';

interface Given {
	readonly kind: string;
	readonly card?: string;
	readonly score?: number;
	readonly rating?: number;
	readonly response?: unknown;
}

const answersIn = async (page: Page) =>
	((await logOf(page)) as readonly Given[]).filter(({ response }) => response !== undefined);

const multiple = () => {
	const { key, item } = someItem('multiple', ({ keys }) => keys.length === 3);
	const isKey = (id: string) => item.keys.includes(id);
	const wrong = item.options.filter(({ id }) => !isKey(id));
	return { key, item, right: item.options.filter(({ id }) => isKey(id)), wrong };
};

test.describe('several answers', () => {
	test('are ticked, counted and checked by keyboard alone', async ({ page, site }) => {
		const { key, item, right, wrong } = multiple();
		await leaveOnly(page, site.url, key);
		await openStudy(page, site.url);
		const group = page.getByRole('group', { name: item.stem });
		await expect(group.getByRole('checkbox')).toHaveCount(item.options.length);
		await expect(group).toHaveAccessibleDescription(/^Choose 3\. 0 chosen/);
		const boxOf = ({ text }: { readonly text: string }) =>
			group.getByRole('checkbox', { name: text, exact: true });
		const shown = await group
			.getByRole('checkbox')
			.evaluateAll((boxes) => boxes.map((box) => box.getAttribute('data-option')));
		const press = async (option: { readonly id: string; readonly text: string }) => {
			await page.keyboard.press(String(shown.indexOf(option.id) + 1));
			await expect(boxOf(option)).toBeFocused();
		};

		// Nothing is chosen: it is said, and nothing is counted.
		for (const _ of [...item.options, 'Check']) await page.keyboard.press('Tab');
		await expect(page.getByRole('button', { name: 'Check' })).toBeFocused();
		await page.keyboard.press('Space');
		await expect(page.getByRole('alert')).toHaveText('Choose an answer first.');
		await expect(page.locator('.bar')).toHaveCount(0);

		// A digit ticks, and unticks; so does Space on the box that has focus.
		await press(right[0]!);
		await expect(boxOf(right[0]!)).toBeChecked();
		await expect(page.getByRole('alert')).toHaveCount(0);
		await expect(group.getByRole('status')).toHaveText('1 chosen');
		await page.keyboard.press('Space');
		await expect(boxOf(right[0]!)).not.toBeChecked();
		for (const option of [right[0]!, right[1]!, wrong[0]!, wrong[1]!]) await press(option);

		// One too many is said at once, and is not taken.
		await expect(page.getByRole('alert')).toHaveText('Choose no more than 3: take one off.');
		await page.keyboard.press('Enter');
		await expect(page.locator('.bar')).toHaveCount(0);
		expect(await answersIn(page)).toHaveLength(0);
		await press(wrong[1]!);
		await expect(page.getByRole('alert')).toHaveCount(0);
		await page.keyboard.press('Enter');

		await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();
		await expect(page.locator('.verdict')).toHaveText('Partly right');
		const rowOf = ({ text }: { readonly text: string }) =>
			page.getByRole('listitem').filter({ hasText: text });
		await expect(rowOf(right[0]!)).toContainText('Right');
		await expect(rowOf(right[1]!)).toContainText('Right');
		await expect(rowOf(right[2]!)).toContainText('Missed');
		await expect(rowOf(wrong[0]!)).toContainText('Wrong');
		await expect(rowOf(wrong[1]!)).toHaveText(wrong[1]!.text);
		await expect(rowOf(wrong[0]!).locator('svg')).toBeVisible();
		await expect(page.getByText(`Why not ${wrong[0]!.text}?`)).toBeVisible();
		await expect.poll(() => answersIn(page)).toHaveLength(1);
		expect((await answersIn(page))[0]).toMatchObject({
			...{ kind: 'review', card: `${key}#`, rating: 1 },
			response: { kind: 'multiple', options: [right[0]!.id, right[1]!.id, wrong[0]!.id] }
		});
		expect((await answersIn(page))[0]?.score).toBeCloseTo(1 / 3, 12);
	});

	test('say what tempts to each wrong one, and two of three are worth two thirds', async ({
		page,
		site
	}) => {
		const { key, right, wrong } = multiple();
		await page.goto(`${site.url}item/?id=${key}`);
		const form = page.locator('main form');
		for (const { text } of wrong.slice(0, 2)) await form.getByLabel(text).check();
		await page.getByRole('button', { name: 'Check' }).click();
		for (const { text } of wrong.slice(0, 2)) {
			await expect(page.getByRole('heading', { name: `Why not ${text}?` })).toBeVisible();
		}
		await leaveOnly(page, site.url, key);
		await openStudy(page, site.url);
		for (const { text } of right.slice(0, 2)) await page.getByLabel(text).check();
		await page.getByRole('button', { name: 'Check' }).click();
		await expect(page.locator('.verdict')).toHaveText('Partly right');
		await expect(page.locator('.study [role="status"]').first()).toContainText(
			`Partly right. The answer is ${right.map(({ text }) => text).join(', ')}`
		);
		await expect.poll(() => answersIn(page)).toHaveLength(1);
		expect((await answersIn(page))[0]).toMatchObject({ score: 2 / 3, rating: 2 });
	});

	test('with single keys switched off are still ticked by Space', async ({ page, site }) => {
		const { key, item } = multiple();
		await leaveOnly(page, site.url, key);
		const shortcuts = page.getByRole('group', { name: 'Single-key shortcuts' });
		await shortcuts.getByRole('radio', { name: 'Off' }).check();
		await openStudy(page, site.url);
		await page.keyboard.press('1');
		await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Space');
		await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
		await expect(page.getByRole('checkbox')).toHaveCount(item.options.length);
	});
});

test.describe('several gaps', () => {
	const cloze = () => someItem('cloze', ({ gaps }) => gaps.length === 2);

	test('are asked on a card each, one a day, with the word of the other in its place', async ({
		page,
		site
	}) => {
		const { key, item } = cloze();
		const [first, second] = item.gaps;
		await leaveOnly(page, site.url, key);
		await openStudy(page, site.url);
		expect(await cardOn(page)).toBe(`${key}#c1`);
		await expect(page.locator('h2')).toContainText(second?.key ?? '');
		await expect(page.locator('h2')).not.toContainText(first.key);
		await expect(page.locator('h2 .gap')).toHaveCount(1);
		await page.keyboard.type(first.key);
		await page.keyboard.press('Enter');
		await expect(page.locator('.verdict.right')).toBeVisible();
		await expect(page.locator('h2 mark')).toHaveText([first.key, second?.key ?? '']);
		const whole = item.stem.replace('{c1}', first.key).replace('{c2}', second?.key ?? '');
		await expect(page.locator('h2')).toHaveText(whole);
		await expect.poll(() => answersIn(page)).toHaveLength(1);
		expect((await answersIn(page))[0]).toMatchObject({ card: `${key}#c1`, score: 1 });
	});

	test('have each their state, their history and their date, and share what is done to them', async ({
		page,
		site
	}) => {
		const { key, item } = cloze();
		const [first, second] = item.gaps;
		await leaveOnly(page, site.url, key);
		await openStudy(page, site.url);
		await expect(page.locator('article input')).toBeFocused();
		await page.keyboard.type('something else');
		await page.keyboard.press('Enter');
		await expect(page.locator('.saved')).toHaveText('Saved');

		await page.goto(`${site.url}browse/?kind=cloze`);
		const row = page.locator(`a[data-item="${key}"]`);
		await expect(row).toHaveCount(1);
		await expect(row).toContainText(/____.*____/);
		await row.click();
		const cards = page.getByRole('navigation', { name: 'Cards of this question' });
		await expect(cards.getByRole('link', { name: 'Gap 1' })).toHaveAttribute(
			'aria-current',
			'true'
		);
		await expect(page.locator('h2').first()).toContainText(second?.key ?? '');
		await page.locator('main form .primary').click();
		await expect(page.getByRole('alert')).toHaveText('Type an answer first.');

		await cards.getByRole('link', { name: 'Gap 2' }).click();
		await expect(page.locator('h2').first()).toContainText(first.key);
		await expect(page.locator('main form [role="alert"]')).toHaveText('');
		await page.locator('main form input').fill(second?.key ?? '');
		await page.getByRole('button', { name: 'Check' }).click();
		await expect(page.locator('h2 mark.asked')).toHaveText(second?.key ?? '');

		await expect(page.getByRole('term').filter({ hasText: 'gap 1' })).toBeVisible();
		await expect(page.locator(`[data-card="${key}#c2"]`)).toHaveText('New: not studied yet');
		await expect(page.locator(`[data-card="${key}#c1"]`)).not.toHaveText('New: not studied yet');
		await page.getByText('Why this date').click();
		await expect(page.locator(`[data-why="${key}#c1"]`)).toBeVisible();
		await expect(page.getByRole('heading', { name: 'Gap 2' })).toBeVisible();
		await page.getByText('History', { exact: true }).click();
		await expect(page.locator('li[data-rating]')).toContainText('Gap 1');

		await page.getByRole('button', { name: 'More for this question' }).click();
		await page.getByRole('button', { name: 'Suspend' }).click();
		for (const { id } of item.gaps) {
			await expect(page.locator(`[data-card="${key}#${id}"]`)).toHaveText('Suspended');
		}
	});
});

test('a flashcard asked both ways can be tried both ways', async ({ page, site }) => {
	const { key, item } = someItem('flashcard', ({ reverse }) => reverse);
	await page.goto(`${site.url}item/?id=${key}`);
	await page.getByRole('link', { name: 'The other way round' }).click();
	await expect(page.locator('.front')).toContainText(item.back);
});
