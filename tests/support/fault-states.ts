import type { Page } from '@playwright/test';
import type { Bytes } from '../../src/lib/core/assignment/bytes';
import { MAX_LINK } from '../../src/lib/core/assignment/caps';
import { bytes, field, record, text } from '../../src/lib/core/assignment/codec';
import { makeAssignment } from '../../src/lib/core/assignment/assignment';
import { writeFrame } from '../../src/lib/core/assignment/frame';
import { readLink, toLink } from '../../src/lib/core/assignment/link';
import { signDocument } from '../../src/lib/core/assignment/signed';
import * as made from './assignments';
import type { Look } from './page-states';
import { CLASS_ID, setQuiz } from './set-quiz';
import { expect } from './site';
import { answerThree, fillIn, openLink } from './take-states';

const OWN = [made.ITEMS.choice, made.ITEMS.text, made.ITEMS['true-false']];
const { valueOf } = made;

/** A class, whose names are not held to what a name may have. */
const anyClass = record({
	id: field(0, bytes(16)),
	name: field(1, text(240)),
	teacher: field(2, text(240))
});

const payloadIn = (link: string): Bytes => valueOf(readLink(link.slice(link.indexOf('#') + 1)));

/** A payload with one of its bytes changed. */
const changed = (payload: Bytes, at: number, by: number): Bytes =>
	payload.map((byte, place) => (place === at ? byte ^ by : byte));

/** A link for each fault that a link alone can have. */
async function faultyLinks(url: string, quiz: string): Promise<readonly (readonly string[])[]> {
	const link = (payload: Bytes) => toLink(`${url}a/`, payload);
	const whole = payloadIn(quiz);
	const unseen = { id: CLASS_ID, name: 'A\u202eB', teacher: 'Ms Kim' };
	const signer = await made.teacher();
	const named = valueOf(await signDocument('class', anyClass, unseen, signer, made.crypto));
	const draft = await made.draftOf(made.BUNDLED, 'at-once');
	const bundled = valueOf(await makeAssignment(draft, await made.toolsOf()));
	const content = made.bytesFrom(1, 90);
	return [
		['cut', quiz.slice(0, -40)],
		['altered', link(changed(whole, whole.length - 9, 1))],
		['foreign', `${url}a/#hello`],
		['too-new', link(changed(whole, 0, 3))],
		['other-kind', link(writeFrame({ kind: 'backup', isDeflated: false, content }))],
		['too-large', `${url}a/#${'A'.repeat(MAX_LINK + 1)}`],
		['bad-name', link(named)],
		['unknown-items', link(bundled.payload)]
	];
}

/** Visits the page that opens what was sent, and each reason why something is not opened. */
export async function faultStates(page: Page, url: string, look: Look): Promise<void> {
	const fault = (is: string) => expect(page.locator(`[data-fault="${is}"]`)).toBeVisible();
	const called = { title: 'Another quiz', teacher: 'Ms Kim' };
	const quiz = await setQuiz(url, OWN, 'device');
	const other = await setQuiz(url, OWN, 'device', {}, called);
	await openLink(page, `${url}a/`);
	await expect(page.locator('[data-empty-link]')).toBeVisible();
	await look('open, a link that is empty');
	await page.locator('textarea').fill('See you tomorrow! '.repeat(9));
	await page.locator('form button[type="submit"]').click();
	await fault('foreign');
	await look('open, nothing found');
	for (const [is = '', link = ''] of await faultyLinks(url, quiz.link)) {
		await openLink(page, link);
		await fault(is);
		await look(`open, ${is}`);
	}
	await openLink(page, await quiz.answers([]));
	await fault('other-teacher');
	await look('answers of somebody else');
	await openLink(page, quiz.link);
	await fillIn(page, '', 'Ada');
	await answerThree(page, 'Nara');
	await openLink(page, await other.answers([]));
	await fault('other-assignment');
	await look('answers of another quiz');
	await openLink(page, await quiz.practice());
	await expect(page.locator('.message')).toBeVisible();
	await look('practice, nothing is missed');
}
