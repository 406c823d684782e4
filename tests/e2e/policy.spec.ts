import { expect, test } from '../support/site';
import { answerAndGoOn, openStudy, openToday, workerInCharge } from '../support/study';

test('in normal use nothing breaks the policy and nothing leaves for another host', async ({
	page,
	site
}) => {
	const foreign: string[] = [];
	page.on('request', (request) => {
		const { protocol, origin } = new URL(request.url());
		if (protocol.startsWith('http') && origin !== new URL(site.url).origin) {
			foreign.push(request.url());
		}
	});
	await page.addInitScript(() => {
		addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
			console.error(`policy: ${violatedDirective} ${blockedURI}`);
		});
	});
	await openToday(page, site.url);
	await workerInCharge(page);
	await openStudy(page, site.url);
	await answerAndGoOn(page);
	await page.goto(`${site.url}settings/`);
	await expect(page.locator('.settings')).toBeVisible();
	expect(foreign).toEqual([]);
});

test('the page carries a policy that forbids inline scripts and asks for trusted types', async ({
	page,
	site,
	complaints
}) => {
	await openToday(page, site.url);
	const policy = await page
		.locator('meta[http-equiv="content-security-policy" i]')
		.getAttribute('content');
	expect(policy).toContain("default-src 'none'");
	expect(policy).toContain("require-trusted-types-for 'script'");
	expect(policy).not.toContain("script-src 'self' 'unsafe-inline'");
	const refused = await page.evaluate(() => {
		try {
			document.body.innerHTML = '<b>no</b>';
			return false;
		} catch {
			return true;
		}
	});
	expect(refused).toBe(true);
	expect(complaints.splice(0)).toEqual([expect.stringContaining('TrustedHTML')]);
});

test('the manifest makes the app installable where it is served', async ({
	page,
	request,
	site,
	base
}) => {
	await openToday(page, site.url);
	const href = await page.locator('link[rel="manifest"]').getAttribute('href');
	const response = await request.get(new URL(href ?? '', site.url).href);
	expect(response.ok()).toBe(true);
	const manifest = (await response.json()) as {
		id: string;
		start_url: string;
		scope: string;
		display: string;
		icons: { src: string; sizes: string; purpose?: string }[];
	};
	expect(manifest).toMatchObject({
		id: `${base}/`,
		start_url: `${base}/`,
		scope: `${base}/`,
		display: 'standalone'
	});
	for (const icon of manifest.icons) {
		const picture = await request.get(new URL(icon.src, new URL(href ?? '', site.url)).href);
		expect(picture.headers()['content-type']).toBe('image/png');
	}
	expect(manifest.icons.map(({ sizes }) => sizes)).toContain('512x512');
	expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
});
