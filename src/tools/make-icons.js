// @ts-check
/**
 * Draws the PNG icons from static/favicon.svg with a real browser: `node src/tools/make-icons.js`.
 * The PNGs are committed; run it again only when the picture changes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArgs, ensureChromium } from './find-browser.js';
import { root } from './set-up.js';

const PAPER = '#faf8f3';

/** The maskable icon keeps its picture inside the middle 80 %, which every mask shows. */
const icons = [
	{ name: 'icon-192.png', size: 192, share: 0.9, background: 'transparent' },
	{ name: 'icon-512.png', size: 512, share: 0.9, background: 'transparent' },
	{ name: 'icon-maskable-512.png', size: 512, share: 0.66, background: PAPER },
	{ name: 'apple-touch-icon.png', size: 180, share: 0.78, background: PAPER }
];

const picture = readFileSync(join(root, 'static/favicon.svg')).toString('base64');
const browser = await chromium.launch({
	executablePath: await ensureChromium(),
	args: [...chromiumArgs]
});
for (const { name, size, share, background } of icons) {
	const page = await browser.newPage({ viewport: { width: size, height: size } });
	const side = size * share;
	await page.setContent(
		`<body style="margin:0;display:grid;place-items:center;height:100vh;background:${background}">
		<img src="data:image/svg+xml;base64,${picture}" width="${side}" height="${side}">`
	);
	await page.waitForLoadState('load');
	await page.screenshot({ path: join(root, 'static', name), omitBackground: true });
	await page.close();
}
await browser.close();
