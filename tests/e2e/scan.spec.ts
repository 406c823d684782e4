import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { makeClass } from '../../src/lib/core/assignment/class-document';
import { toQrLink } from '../../src/lib/core/assignment/link';
import { sealSheet } from '../../src/lib/core/assignment/sheet';
import * as made from '../support/assignments';
import { fakeCameraArgs, pictureOf, writeCameraFile } from '../support/fake-camera';
import { CLASS_ID } from '../support/set-quiz';
import { expect, test as base } from '../support/site';

/** Opens a browser whose camera sees links, one after another. */
const test = base.extend<{ seeing: (links: readonly string[]) => Promise<Page> }>({
	seeing: async ({ playwright, launchOptions, contextOptions, complaints }, use, info) => {
		const opened: { close(): Promise<void> }[] = [];
		await use(async (links) => {
			const path = info.outputPath('camera.y4m');
			writeCameraFile(path, links);
			const args = [...(launchOptions.args ?? []), ...fakeCameraArgs(path)];
			const browser = await playwright.chromium.launch({ ...launchOptions, args });
			opened.push(browser);
			const page = await browser.newPage(contextOptions);
			page.on('pageerror', (error) => complaints.push(error.message));
			page.on('console', (said) => {
				if (said.type() === 'error') complaints.push(said.text());
			});
			return page;
		});
		for (const browser of opened) await browser.close();
	}
});

async function classCode(url: string): Promise<string> {
	const document = { id: CLASS_ID, name: '3학년 2반', teacher: 'Ms Kim' };
	const payload = made.valueOf(await makeClass(document, await made.teacher(), made.crypto));
	return toQrLink(`${url}a/`, payload);
}

async function sheetCodes(url: string, count: number): Promise<readonly string[]> {
	const { publicKey: sealKey } = await made.opener();
	const target = { id: made.bytesFrom(9, 32), sealKey };
	const codes: string[] = [];
	for (let number = 1; number <= count; number++) {
		const body = { ...made.BODY, classNumber: number };
		const sheet = made.valueOf(await sealSheet(body, target, await made.device(), made.crypto));
		codes.push(toQrLink(`${url}a/`, sheet.payload));
	}
	return codes;
}

const scan = (page: Page) => page.getByRole('button', { name: 'Scan a code' }).click();

test('the code on the wall opens what it holds, and the camera is let go', async ({
	seeing,
	site
}) => {
	const page = await seeing(['https://example.org/', await classCode(site.url)]);
	await page.goto(`${site.url}a/`);
	await scan(page);
	await expect(page.getByRole('heading', { name: 'Join 3학년 2반' })).toBeVisible();
	await expect(page.locator('video')).toHaveCount(0);
	expect(page.url()).toContain(site.url);
});

test('sheets are read one after another without a tap, each once', async ({ seeing, site }) => {
	const page = await seeing(await sheetCodes(site.url, 4));
	await page.goto(`${site.url}collect/`);
	await scan(page);
	await expect(page.locator('h2[data-count]')).toHaveAttribute('data-count', '4');
	await page.getByRole('button', { name: 'Stop the camera' }).click();
	await expect(page.locator('[data-scan="off"]')).toBeVisible();
	await expect(page.locator('video')).toHaveCount(0);
	await expect(page.locator('h2[data-count]')).toHaveAttribute('data-count', '4');
});

test('where there is no camera it is said, and a picture of the code does as well', async ({
	page,
	site
}, info) => {
	await page.goto(`${site.url}a/`);
	await scan(page);
	await expect(page.locator('[data-camera-fault]')).toBeVisible();
	const choose = page.locator('.scan input[type="file"]');
	await choose.setInputFiles({
		name: 'note.png',
		mimeType: 'image/png',
		buffer: Buffer.from('no picture')
	});
	await expect(page.getByText('No code was found in this picture.')).toBeVisible();
	const path = info.outputPath('code.bmp');
	writeFileSync(path, pictureOf(await classCode(site.url)));
	await choose.setInputFiles(path);
	await expect(page.getByRole('heading', { name: 'Join 3학년 2반' })).toBeVisible();
});
