/** Students outside the browser: they take a quiz from its link and hand sheets in. */
import { openAssignment } from '../../src/lib/core/assignment/assignment';
import type { Signer } from '../../src/lib/core/assignment/crypto-port';
import { readLink, toLink } from '../../src/lib/core/assignment/link';
import type { Question } from '../../src/lib/core/assignment/public-document';
import type { SheetResponse } from '../../src/lib/core/assignment/responses';
import { sealSheet } from '../../src/lib/core/assignment/sheet';
import type { SheetBody } from '../../src/lib/core/assignment/sheet-codec';
import { BANK, bytesFrom, crypto, device, valueOf } from './assignments';

/** What a student hands in; the rest is as it mostly is. */
export interface HandedIn extends Partial<Omit<SheetBody, 'name' | 'answers' | 'attempt'>> {
	readonly name: string;
	/** What is typed wherever something is; blank without it. */
	readonly typed?: string;
	/** Words of the options that are taken; blank without them. */
	readonly chosen?: string;
	/** Sheets with one word are of one device, and others of another. */
	readonly device?: string;
	/** The first byte of the attempt's name. */
	readonly attempt?: number;
}

const MINUTE = 60_000;

function answerTo(question: Question, { typed, chosen }: HandedIn): SheetResponse {
	if (question.kind === 'text' || question.kind === 'number') return typed ?? null;
	if (question.kind !== 'choice') return null;
	const at = question.options.findIndex(({ text }) => text === chosen);
	return at === -1 ? null : at;
}

/** Hands sheets in for the quiz of a link. @returns their links, one a line */
export async function handedIn(link: string, sheets: readonly HandedIn[]): Promise<string> {
	const [page = '', letters = ''] = link.split('#');
	const opened = valueOf(await openAssignment(valueOf(readLink(letters)), crypto, BANK));
	const questions = opened.items.flatMap((item) => (item.is === 'own' ? item.question : []));
	const devices = new Map<string, Signer>();
	const links: string[] = [];
	for (const [at, sheet] of sheets.entries()) {
		const { typed: _, chosen: __, device: name = `phone ${at}`, attempt = at, ...body } = sheet;
		const signer = devices.get(name) ?? (await device());
		devices.set(name, signer);
		const whole: SheetBody = {
			...{ number: 1, started: { at: Date.UTC(2031, 4, 4, 0, 0), offset: 540 } },
			...{ lasted: 9 * MINUTE, borrowed: false, attempt: bytesFrom(attempt, 8) },
			answers: questions.map((question) => answerTo(question, sheet)),
			spent: questions.map(() => 8_000),
			...body
		};
		const target = { id: opened.id, sealKey: opened.document.sealKey };
		const { payload } = valueOf(await sealSheet(whole, target, signer, crypto));
		links.push(toLink(page, payload));
	}
	return links.join('\n');
}
