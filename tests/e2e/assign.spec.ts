import type { Page } from '@playwright/test';
import { answersLink, takeTextIn, totals } from '../support/marks';
import { expect, test } from '../support/site';
import { answerInQuiz } from '../support/quiz';
import { cardOn, openStudy, storedLog, workerInCharge } from '../support/study';
import * as student from '../support/take';
import {
	addClass,
	beginTeaching,
	bringTyped,
	linkShown,
	putOwnTogether,
	putTogether,
	send,
	writeDownWords
} from '../support/teach';

/** Two columns, of which the second is asked. */
const COLUMNS = `Term	Meaning
Nara	the town that hosts the fair
Amur	the longest river of the region
Uljin	the port where the ferry calls
`;
const FAIR = 'hosts the fair';
const RIVER = 'longest river';
const PORT = 'ferry calls';
const WORDS = [FAIR, RIVER, PORT];

/** Of whoever gives the town another name, which the key has forgotten. */
const ADA = { [FAIR]: 'Nara city', [RIVER]: 'Amur', [PORT]: 'Uljin' };
const MINSEO = { [FAIR]: 'Nara', [RIVER]: 'Danube', [PORT]: 'Uljin' };

const reviews = async (page: Page) =>
	(await storedLog(page)).entries.filter(({ kind }) => kind === 'review');

/** Teaches, with questions of their own and a quiz of them that is not sent yet. */
async function withOwnQuiz(teacher: Page, url: string): Promise<void> {
	await beginTeaching(teacher, url);
	await bringTyped(teacher, url, COLUMNS, 'Fairs');
	await putOwnTogether(teacher, url, 'Fair quiz', 'Fairs', WORDS);
	await teacher.reload();
	for (const [at, each] of WORDS.entries()) {
		await expect(teacher.locator('[data-chosen] li').nth(at)).toContainText(each);
	}
}

test('own questions go out without their keys, come back by way of a third phone, and one link back marks, tells and teaches', async ({
	page: teacher,
	site,
	newDevice
}) => {
	test.setTimeout(240_000);
	await withOwnQuiz(teacher, site.url);
	await addClass(teacher, site.url, '3-2');
	const classLink = await linkShown(teacher);
	await teacher.goto(`${site.url}teach/`);
	await teacher.getByRole('link', { name: /^Fair quiz/ }).click();
	await teacher.getByRole('radio', { name: 'Only from my device' }).check();
	const quiz = await send(teacher, '3-2');

	const [ada, minseo, third] = [await newDevice(), await newDevice(), await newDevice()];
	await student.joinClass(ada, classLink, 'Ada', '3');
	await ada.goto(quiz);
	await expect(ada.locator('[data-trust="known"]')).toBeVisible();
	await workerInCharge(ada);
	await ada.context().setOffline(true);
	await student.start(ada);
	await student.typeAnswers(ada, ADA, 1, 1);
	await student.placeIs(ada, '2 / 3');
	await ada.reload();
	await student.typeAnswers(ada, ADA, 2);
	await student.handIn(ada);

	await student.joinClass(minseo, classLink, '김민서', '14');
	await minseo.goto(quiz);
	await workerInCharge(minseo);
	await minseo.context().setOffline(true);
	await student.start(minseo);
	await student.typeAnswers(minseo, MINSEO, 1, 2);
	await student.placeIs(minseo, '3 / 3');
	// The page goes; what was answered stays.
	const address = minseo.url();
	await minseo.close();
	const later = await minseo.context().newPage();
	await later.goto(address);
	await student.typeAnswers(later, MINSEO, 3);
	await student.handIn(later);
	const codes = [await student.codeOf(ada), await student.codeOf(later)];
	const chat = `[10:02] Ada: ${await student.copied(ada)}\n[10:03] 김민서:\n> ${await student.copied(later)}`;

	await third.goto(`${site.url}collect/`);
	await student.pasteSheets(third, `${chat}\nthx all\n${chat}`);
	await expect(third.locator('[data-count="2"]')).toBeVisible();
	for (const code of codes) await expect(third.getByText(code)).toBeVisible();
	const passedOn = await student.savedText(third, 'Pass on as one file');

	await takeTextIn(teacher, site.url, passedOn.text, 2);
	await expect(totals(teacher)).toHaveText(['2 / 3', '2 / 3']);
	await teacher.getByRole('button', { name: 'Question 1', exact: true }).click();
	await expect(teacher.getByText('Would change the marks of students: 1')).toBeVisible();
	await teacher.getByRole('button', { name: /^Accept this\s?: Nara city$/ }).click();
	await teacher.getByRole('button', { name: 'Close' }).click();
	await expect(totals(teacher)).toHaveText(['3 / 3', '2 / 3']);
	await teacher.reload();
	await expect(totals(teacher)).toHaveText(['3 / 3', '2 / 3']);
	await teacher.getByText('Take sheets in').click();
	await student.pasteSheets(teacher, passedOn.text);
	await expect(teacher.getByText('New sheets: 0. Here already: 2.')).toBeVisible();
	const table = await student.savedText(teacher, 'Table as CSV');
	expect(table.name).toBe('marks.csv');
	const rows = table.text.trim().split('\r\n');
	expect(rows[0]).toMatch(/Number,Name,1\. .*,Points,Out of,Percent,Attempt,Notes$/);
	expect(rows.slice(1)).toEqual(['3,Ada,1,1,1,3,3,100,1,', '14,김민서,1,0,1,2,3,66.67,1,']);

	const answers = await answersLink(teacher);
	await ada.goto(answers);
	await expect(ada.locator('[data-received="true"]')).toContainText(codes[0] ?? 'a code');
	await expect(ada.getByText('Nothing was missed.')).toBeVisible();
	await ada.getByRole('link', { name: 'See your result' }).click();
	await expect(ada.locator('[data-item][data-verdict="right"]')).toHaveCount(3);

	await later.goto(answers);
	await expect(later.locator('[data-received="true"]')).toContainText(codes[1] ?? 'a code');
	await expect(later.getByText('Put into your notebook: 1')).toBeVisible();
	expect(await reviews(later)).toHaveLength(3);
	await later.getByRole('link', { name: 'Missed' }).last().click();
	await expect(later.locator('article[data-missed]')).toHaveCount(1);
	await expect(later.locator('article[data-missed]')).toContainText(RIVER);
	await expect(later.locator('article[data-missed] [data-given]')).toContainText('Danube');
	// The schedule asks it again, before anything new.
	await later.clock.setFixedTime(Date.now() + 2 * 86_400_000);
	await openStudy(later, site.url);
	await expect(later.locator('article')).toContainText(RIVER);
	expect(await cardOn(later)).toMatch(/^t-[0-9a-f]{8}\/[^#]+#$/);
});

test('a test whose keys come later tells nobody how it went before they do', async ({
	page: teacher,
	site,
	newDevice
}) => {
	test.setTimeout(180_000);
	await withOwnQuiz(teacher, site.url);
	await teacher.getByRole('radio', { name: 'Test' }).check();
	await expect(teacher.getByRole('radio', { name: 'When I release them' })).toBeChecked();
	await teacher.locator('[data-send]').click();
	await writeDownWords(teacher);
	await teacher.getByRole('link', { name: 'Go on with the quiz' }).click();
	const quiz = await send(teacher);

	const ada = await newDevice();
	await ada.goto(quiz);
	await expect(ada.locator('[data-trust="unknown"]')).toBeVisible();
	await student.startAs(ada, 'Ada', '3');
	await student.typeAnswers(ada, ADA);
	await student.handIn(ada);
	const sheet = await student.copied(ada);
	await expect(
		ada.getByText('What is right comes with your teacher’s answers link.')
	).toBeVisible();
	await expect(ada.getByRole('link', { name: 'See your result' })).toHaveCount(0);
	const attempt = new URL(ada.url()).searchParams.get('id') ?? '';
	await ada.goto(`${site.url}quiz/result/?id=${attempt}`);
	await expect(ada.locator('[data-item]')).toHaveCount(3);
	await expect(ada.locator('[data-verdict="right"], [data-verdict="wrong"]')).toHaveCount(0);
	expect(await reviews(ada)).toHaveLength(0);

	await takeTextIn(teacher, site.url, sheet, 1);
	await ada.goto(await answersLink(teacher));
	await expect(ada.locator('[data-received="true"]')).toBeVisible();
	await ada.getByRole('link', { name: 'See your result' }).click();
	await expect(ada.locator('[data-item][data-verdict="right"]')).toHaveCount(2);
	await expect(ada.locator('[data-item][data-verdict="wrong"]')).toHaveCount(1);
	expect(await reviews(ada)).toHaveLength(3);
});

test('with the app’s own questions a student is told after each, and the teacher marks the same', async ({
	page: teacher,
	site,
	newDevice
}) => {
	test.setTimeout(180_000);
	await beginTeaching(teacher, site.url);
	await putTogether(teacher, site.url, 'Treaties');
	const quiz = await send(teacher);

	const ada = await newDevice();
	await ada.goto(quiz);
	await student.startAs(ada, 'Ada', '3');
	const missed = await answerInQuiz(ada, false);
	for (const place of ['2 / 3', '3 / 3']) {
		await student.placeIs(ada, place);
		await answerInQuiz(ada);
	}
	await student.seeSaved(ada);
	const sheet = await student.copied(ada);
	expect(await reviews(ada)).toHaveLength(3);
	await ada.goto(`${site.url}missed/`);
	await expect(ada.locator(`article[data-missed="${missed.split('#')[0]}"]`)).toBeVisible();

	await takeTextIn(teacher, site.url, sheet, 1);
	await expect(totals(teacher)).toHaveText('2 / 3');
	await ada.goto(await answersLink(teacher));
	await expect(ada.locator('[data-received="true"]')).toBeVisible();
	expect(await reviews(ada)).toHaveLength(3);
});
