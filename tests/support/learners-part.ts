/** Who learns on a device, as Settings shows it. */
import type { Page } from '@playwright/test';
import { expect } from './site';

/** Found nowhere else. */
export const CANARY = 'kingfisher-on-a-wire';

export const learners = (page: Page) =>
	page.getByRole('region', { name: 'Learners on this device' });

/** Goes on with another learner, and waits until it is so. */
export async function switchTo(page: Page, name: string | RegExp): Promise<void> {
	await learners(page).getByRole('button', { name }).click();
	await expect(learners(page).locator('[aria-current="true"]')).toHaveText(name);
}

/** Erases the learner of now, and waits until it is said of whom that was. */
export async function eraseAll(page: Page, whose?: string): Promise<void> {
	await page.getByRole('button', { name: 'Erase everything…' }).click();
	await expect(page.getByRole('heading', { name: 'This cannot be undone' })).toBeFocused();
	await page.getByLabel('To go on, type: ERASE').fill('ERASE');
	await page.getByRole('button', { name: 'Erase everything', exact: true }).click();
	const of = whose === undefined ? 'Everything was erased.' : `Everything of ${whose} was erased.`;
	await expect(page.getByRole('heading', { name: of })).toBeFocused();
}
