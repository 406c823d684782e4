import type { Page } from '@playwright/test';
import { ITEMS, OTHER_SEED } from '../support/assignments';
import { classLink, newerQuiz, setQuiz } from '../support/set-quiz';
import { expect, test } from '../support/site';
import { storedLog, workerInCharge } from '../support/study';
import {
	codeOf,
	copied,
	joinClass,
	pasteSheets,
	savedText,
	saySent,
	seeSaved,
	startAs
} from '../support/take';

const OWN = [ITEMS.choice, ITEMS.text, ITEMS['true-false']];
const WRONG = 'Osaka';

/** Answers the question that is asked, whichever it is. */
async function answerOne(page: Page, at: number): Promise<void> {
	await expect(page.locator('.run > header .place')).toHaveText(`${at} / 3`);
	const box = page.getByRole('textbox');
	const option = page.locator('article [data-option]').first();
	// What a kind is answered with may come after its place in the quiz.
	await expect(box.or(option)).toBeVisible();
	if (await box.count()) {
		await box.fill(WRONG);
		await box.press('Enter');
	} else await option.click();
}

/** Answers all three questions, whatever their order. */
async function answerAll(page: Page, from = 1): Promise<void> {
	for (let at = from; at <= 3; at++) await answerOne(page, at);
	await page.locator('[data-hand-in]').click();
	await expect(page.locator('.hand-in')).toBeVisible();
}

test('a quiz is taken without a network, killed in the middle, handed in, and marked by the answers link', async ({
	page,
	site,
	context
}) => {
	const quiz = await setQuiz(site.url, OWN, 'device');
	await joinClass(page, await classLink(site.url), '김민서', '14');
	await expect(page.getByText('You are in 3학년 2반.')).toBeVisible();
	await workerInCharge(page);

	await context.setOffline(true);
	await page.goto(quiz.link);
	await expect(page.locator('[data-trust="known"]')).toBeVisible();
	expect(new URL(page.url()).hash).toBe('');
	await expect(page.getByLabel('Your name')).toHaveValue('김민서');
	await page.reload();
	await expect(page.getByLabel('Your number in class')).toHaveValue('14');
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await answerOne(page, 1);
	await expect(page.locator('.run > header .place')).toHaveText('2 / 3');
	// The page goes; what was answered stays.
	const address = page.url();
	await page.close();
	const later = await context.newPage();
	await later.goto(address);
	await answerAll(later, 2);
	await expect(later.getByText('Saved on this phone')).toBeVisible();
	const stored = JSON.stringify(await storedLog(later));
	for (const secret of ['The report says so.', 'Nara city', 'Kyoto']) {
		expect(stored).not.toContain(secret);
	}
	const text = await copied(later);
	await seeSaved(later);
	await saySent(later);
	const sheet = await quiz.open(text);
	expect(sheet.body).toMatchObject({ name: '김민서', classNumber: 14 });
	expect(sheet.responses[1]).toEqual({ kind: 'text', text: WRONG });

	await later.goto(await quiz.answers([sheet.hash], { additions: [{ at: 1, text: WRONG }] }));
	await expect(later.getByRole('heading', { name: 'Results from Ms Kim' })).toBeVisible();
	await expect(later.locator('[data-received="true"]')).toBeVisible();
	const reviews = (await storedLog(later)).entries.filter(({ kind }) => kind === 'review');
	expect(reviews).toHaveLength(3);
	await later.getByRole('link', { name: 'See your result' }).click();
	await expect(later.locator('[data-item][data-verdict="right"]').first()).toBeVisible();
	await context.setOffline(false);
});

test('what was missed is in the notebook, asked again by the schedule, after a release', async ({
	page,
	site
}) => {
	const quiz = await setQuiz(site.url, OWN, 'release', { feedback: 'release' });
	await page.goto(quiz.link);
	await expect(page.locator('[data-trust="unknown"]')).toBeVisible();
	await startAs(page, 'Ada', '3');
	await answerAll(page);
	const sheet = await quiz.open(await copied(page));
	const answers = await quiz.answers([sheet.hash]);
	await page.goto(answers);
	await expect(page.getByText(/Put into your notebook: [1-3]/)).toBeVisible();
	await page.getByRole('link', { name: 'Missed' }).last().click();
	await expect(page.getByText('어느 도시에서?')).toBeVisible();
	await page.goto(answers);
	await expect(page.getByText('These results are here already.')).toBeVisible();
});

test('a question that only a newer app has is asked for, and taken from the file that carries it', async ({
	page,
	site,
	context
}) => {
	const quiz = await newerQuiz(site.url);
	await page.goto(quiz.link);
	await expect(page.locator('[data-fault="unknown-items"]')).toBeVisible();
	await expect(page.getByText('Connect once for the newest questions')).toBeVisible();
	await page.getByRole('button', { name: 'Open a quiz' }).click();
	await workerInCharge(page);
	await context.setOffline(true);
	const file = { name: 'quiz.kachi', mimeType: '', buffer: Buffer.from(quiz.file) };
	await page.locator('main input[type="file"]').setInputFiles(file);
	await expect(page.locator('[data-quiz]')).toBeVisible();
	await page.reload();
	await page.getByLabel('Your name').fill('Ada');
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(page.locator('.run > header .place')).toHaveText('1 / 1');
	await page.reload();
	await page.locator('article [data-option="a"]').click();
	await page.locator('[data-hand-in]').click();
	const sheet = await quiz.open(await copied(page));
	expect(sheet.responses).toEqual([{ kind: 'choice', option: 'a' }]);
	const reviews = (await storedLog(page)).entries.filter(({ kind }) => kind === 'review');
	expect(reviews).toMatchObject([{ card: `${quiz.key}#`, score: 0 }]);
	await context.setOffline(false);
});

test('a link that is cut, altered, foreign or for somebody else says so, and nothing is kept', async ({
	page,
	site
}) => {
	const quiz = await setQuiz(site.url, OWN, 'device');
	const tell = async (link: string, fault: string) => {
		await page.goto('about:blank');
		await page.goto(link);
		await expect(page.locator(`[data-fault="${fault}"]`)).toBeVisible();
	};
	await tell(quiz.link.slice(0, -40), 'cut');
	const at = quiz.link.length - 60;
	const other = quiz.link[at] === 'A' ? 'B' : 'A';
	await tell(`${quiz.link.slice(0, at)}${other}${quiz.link.slice(at + 1)}`, 'altered');
	await tell(`${site.url}a/#hello`, 'foreign');
	await tell(await quiz.answers([]), 'other-teacher');
	expect((await storedLog(page)).entries).toEqual([]);
});

test('a name that is known with another key stops with a warning', async ({ page, site }) => {
	await page.goto(await classLink(site.url));
	await page.getByLabel('Your name').fill('Ada');
	await page.getByRole('button', { name: 'Join' }).click();
	await expect(page.locator('[data-joined]')).toBeVisible();
	await page.goto('about:blank');
	await page.goto(await classLink(site.url, 'ms kim', OTHER_SEED));
	await expect(page.locator('[data-trust="other-key"]')).toBeVisible();
	await expect(page.getByLabel('Your name')).toHaveCount(0);
});

test('any phone collects sheets from a pasted chat, unread, or from a link once it was asked, and passes them on', async ({
	page,
	site,
	newDevice
}) => {
	const quiz = await setQuiz(site.url, OWN, 'device');
	await page.goto(quiz.link);
	await startAs(page, 'Ada', '3');
	await answerAll(page);
	const text = await copied(page);
	const code = await codeOf(page);
	const third = await newDevice();
	await third.goto(`${site.url}collect/`);
	await pasteSheets(third, `[10:02] Ada:\n> ${text}\n\nthx`);
	await expect(third.locator('[data-count="1"]')).toBeVisible();
	await expect(third.getByText(code)).toBeVisible();
	const tapped = await newDevice();
	await tapped.goto(text.slice(text.indexOf('http')));
	await tapped.getByRole('link', { name: 'Do not keep' }).click();
	await tapped.goto(`${site.url}collect/`);
	await expect(tapped.getByRole('button', { name: 'Pass on as one file' })).toHaveCount(0);
	await tapped.goto(text.slice(text.indexOf('http')));
	await tapped.getByRole('button', { name: 'Keep to pass on' }).click();
	await expect(tapped.locator('[data-count="1"]')).toBeVisible();
	const file = (await savedText(third, 'Pass on as one file')).text;
	expect((await quiz.open(file)).body.name).toBe('Ada');

	const full = await newDevice();
	await full.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('no', 'SecurityError');
		};
	});
	await full.goto(`${site.url}collect/`);
	for (const _ of [1, 2]) {
		await pasteSheets(full, text);
		await expect(full.locator('[data-said]')).toContainText('Not saved yet');
		await expect(full.locator('[data-count="0"]')).toBeVisible();
	}
});
