import type { Page } from '@playwright/test';
import { handedIn } from '../support/handed-in';
import { tabTo } from '../support/hands';
import { answersLink, takeTextIn, totals } from '../support/marks';
import { pasteAndKeep, QUIZ_TEXT } from '../support/paste-states';
import { answerInQuiz } from '../support/quiz';
import { expect, test } from '../support/site';
import * as student from '../support/take';
import { beginSet, beginTeaching, putOwnTogether, send } from '../support/teach';

const RIVER = 'runs through';
const trace = (page: Page) => page.locator('[data-key] [role="status"]').first();

/** Takes another river than the key has, and the right city. */
async function chooseOther(page: Page): Promise<void> {
	for (const place of ['1 / 2', '2 / 2']) {
		await student.placeIs(page, place);
		const isRiver = (await page.locator('article').innerText()).includes(RIVER);
		await page.getByRole('button', { name: isRiver ? 'Geum River' : 'Tokyo' }).click();
	}
}

async function giveBack(teacher: Page, phone: Page, url: string): Promise<void> {
	const link = await answersLink(teacher);
	// Of one page with another fragment nothing would be loaded anew.
	await phone.goto(url);
	await phone.goto(link);
	await expect(phone.locator('[data-received="true"]')).toBeVisible();
}

test('a key that was wrong is changed by the keyboard for everybody, goes to the phones with the answers, and is taken back', async ({
	page: teacher,
	site,
	newDevice
}) => {
	test.setTimeout(180_000);
	await beginTeaching(teacher, site.url);
	await pasteAndKeep(teacher, site.url, QUIZ_TEXT, 'My rivers');
	await putOwnTogether(teacher, site.url, 'Rivers', 'My rivers', [RIVER, 'that day']);
	await teacher.getByRole('radio', { name: 'Only from my device' }).check();
	const quiz = await send(teacher);
	const ada = await newDevice();
	await ada.goto(quiz);
	await student.startAs(ada, 'Ada', '3');
	await chooseOther(ada);
	await student.handIn(ada);
	const minseo = await handedIn(quiz, [{ name: '김민서', classNumber: 14, chosen: 'Han River' }]);
	const sheets = `${await student.copied(ada)}\n${minseo}`;
	await takeTextIn(teacher, site.url, sheets, 2);
	await expect(totals(teacher)).toHaveText(['1 / 2', '1 / 2']);

	const first = teacher.getByRole('button', { name: 'Question 1', exact: true });
	await first.press('Enter');
	await expect(teacher.getByText('Right answer: Han River')).toBeVisible();
	await tabTo(teacher, '[data-key] summary');
	await teacher.keyboard.press('Enter');
	await tabTo(teacher, '[data-key] input:checked');
	const geum = teacher.getByRole('radio', { name: 'Geum River' });
	while (!(await geum.isChecked())) await teacher.keyboard.press('ArrowDown');
	await expect(teacher.getByText('Would change the marks of students: 2')).toBeVisible();
	await tabTo(teacher, '[data-key] form button');
	await teacher.keyboard.press('Enter');
	await expect(teacher.locator('[data-key]')).toBeFocused();
	await expect(trace(teacher)).toContainText('Sent as right: Han River');
	await expect(teacher.getByText('Right answer: Geum River')).toBeVisible();
	await teacher.keyboard.press('Escape');
	await expect(totals(teacher)).toHaveText(['2 / 2', '0 / 2']);
	await teacher.reload();
	await expect(totals(teacher)).toHaveText(['2 / 2', '0 / 2']);
	const { text } = await student.savedText(teacher, 'Table as CSV');
	const rows = ['3,Ada,1,1,2,2,100,1,', '14,김민서,0,0,0,2,0,1,'];
	expect(text.trim().split('\r\n').slice(1)).toEqual(rows);

	await giveBack(teacher, ada, site.url);
	await expect(ada.getByText('Nothing was missed.')).toBeVisible();

	await first.click();
	await teacher.getByRole('button', { name: 'Take it back' }).click();
	await expect(trace(teacher)).toBeEmpty();
	await teacher.getByRole('button', { name: 'Close' }).click();
	// The link that was shown says what does not hold any more.
	await expect(teacher.getByRole('textbox', { name: 'Link' })).toHaveCount(0);
	await expect(totals(teacher)).toHaveText(['1 / 2', '1 / 2']);
	await giveBack(teacher, ada, site.url);
	await expect(ada.getByText('Put into your notebook: 1')).toBeVisible();
});

test('of the app’s own questions a key is as many options as were asked for, or the other truth', async ({
	page: teacher,
	site,
	newDevice
}) => {
	test.setTimeout(120_000);
	await beginTeaching(teacher, site.url);
	await beginSet(teacher, site.url, 'Fields');
	const items = {
		'which three fields': 'nara-agreed-fields',
		'names supply chains among': 'nara-field-stressed'
	};
	for (const [words, item] of Object.entries(items)) {
		await teacher.locator('input[type="search"]').fill(words);
		await teacher.locator(`[data-choose$="/${item}#"]`).check();
	}
	const quiz = await send(teacher);
	const ada = await newDevice();
	await ada.goto(quiz);
	await student.startAs(ada, 'Ada', '3');
	for (const place of ['1 / 2', '2 / 2']) {
		await student.placeIs(ada, place);
		await answerInQuiz(ada);
	}
	await student.seeSaved(ada);
	await takeTextIn(teacher, site.url, await student.copied(ada), 1);
	await expect(totals(teacher)).toHaveText('2 / 2');

	const confirm = teacher.getByRole('button', { name: 'Mark everybody by this' });
	const change = async (number: number, options: readonly string[]) => {
		await teacher.getByRole('button', { name: `Question ${number}`, exact: true }).click();
		await teacher.getByText('Another answer is right').click();
		for (const name of options) {
			await expect(confirm).toBeDisabled();
			await teacher.locator('[data-key] label').filter({ hasText: name }).click();
		}
		await confirm.click();
		await expect(trace(teacher)).toContainText('Key changed');
		await teacher.getByRole('button', { name: 'Close' }).click();
	};
	await change(1, ['Defence', 'Hosting of troops']);
	await expect(totals(teacher)).toHaveText(['1.33 / 2']);
	await change(2, ['False']);
	await expect(totals(teacher)).toHaveText(['0.33 / 2']);

	await giveBack(teacher, ada, site.url);
	await expect(ada.getByText('Put into your notebook: 2')).toBeVisible();
	await ada.getByRole('link', { name: 'See your result' }).click();
	await expect(ada.locator('[data-item]')).toHaveCount(2);
	await expect(ada.locator('[data-item][data-verdict="right"]')).toHaveCount(0);
});
