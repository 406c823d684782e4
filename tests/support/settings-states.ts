import type { Page } from '@playwright/test';
import { expect } from './site';

/** A name as long as one may be, without a place to break it. */
const LONG = '대한민국일본관계사학습자이름이아주긴사람'.repeat(3);

type Look = (where: string) => Promise<void>;

/** Visits what the settings say of what is typed, and a learner being added and added. */
export async function settingsStates(page: Page, url: string, look: Look): Promise<void> {
	await page.goto(`${url}settings/`);
	await expect(page.locator('input[type="file"]')).toBeAttached();
	await page.locator('summary').click();
	const [retention, learning] = [2, 3].map((at) =>
		page.locator('#study input[type="text"]').nth(at)
	);
	await retention?.fill('99');
	await learning?.fill('1 Donaudampfschifffahrtsgesellschaft');
	await learning?.blur();
	await expect(page.locator('#study .warning')).toBeVisible();
	await expect(page.locator('#study [role="alert"]')).toBeVisible();
	await look('finer points, with warnings');
	await page.locator('#about button').click();
	await expect(page.locator('#about [role="status"]')).not.toBeEmpty();
	const [learners, adding] = [
		page.locator('#data section').first(),
		page.locator('#data section').nth(1)
	];
	await adding.getByRole('button').click();
	await adding.locator('form input').press('Enter');
	await expect(adding.getByRole('alert')).toBeVisible();
	await look('a learner without a name');
	await adding.locator('form input').fill([...LONG].slice(0, 60).join(''));
	await adding.locator('form input').press('Enter');
	await expect(learners.locator('[aria-current="true"]')).toBeVisible();
	await look('a learner with a long name');
}

/** Visits an address at which nothing is. */
export async function missingPages(page: Page, url: string, look: Look): Promise<void> {
	await page.goto(`${url}no-such-page/${'long'.repeat(40)}/`);
	await expect(page.locator('.message')).toBeVisible();
	await look('unknown path');
}
