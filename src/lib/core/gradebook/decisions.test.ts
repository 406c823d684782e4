import { describe, expect, it } from 'vitest';
import {
	acceptSetting,
	changedKeySetting,
	choicePlace,
	chosenSetting,
	excuseSetting,
	itemPlace,
	NO_DECISIONS,
	overrideSetting,
	readDecisions,
	sheetPlace,
	studentSetting
} from './decisions';

const read = (settings: readonly (readonly [string, unknown])[]) =>
	readDecisions({ settings: { live: new Map(settings) } as never }, 'set');

describe('decisions in a log', () => {
	it('are read as they were written, accepted answers oldest first', () => {
		const decisions = read([
			[acceptSetting('own/one#', 'b: c'), { at: 2, set: 'set' }],
			[acceptSetting('own/one#', 'a'), { at: 1, set: 'set' }],
			[changedKeySetting('own/two#', 'set'), { at: 5, right: ['Han River'] }],
			[changedKeySetting('own/three#', 'set'), { at: 6, right: false }],
			[excuseSetting(sheetPlace('ff', 3)), { at: 1 }],
			[excuseSetting(itemPlace('aa', 3)), { at: 1 }],
			[overrideSetting(sheetPlace('ff', 0)), { score: 0.5, note: 'So.', at: 4 }],
			[chosenSetting(choicePlace('aa', 'name:a:b')), 'ff'],
			[studentSetting('ff'), { number: 7, name: 'Ana' }]
		]);
		expect(decisions).toEqual({
			accepted: new Map([
				[
					'own/one#',
					[
						{ text: 'a', at: 1 },
						{ text: 'b: c', at: 2 }
					]
				]
			]),
			changedKeys: new Map([
				['own/two#', { right: ['Han River'], at: 5 }],
				['own/three#', { right: false, at: 6 }]
			]),
			excused: new Set(['ff:3', '*:aa:3']),
			overrides: new Map([['ff:0', { score: 0.5, note: 'So.', at: 4 }]]),
			chosen: new Map([['aa:name:a:b', 'ff']]),
			students: new Map([['ff', { number: 7, name: 'Ana' }]])
		});
	});

	it('are none where they were taken back, are of another set, or cannot be read', () => {
		expect(
			read([
				[acceptSetting('own/one#', 'a'), null],
				[acceptSetting('own/one#', 'b'), { at: 1, set: 'other' }],
				['accept:nothing', { at: 1, set: 'set' }],
				[changedKeySetting('own/two#', 'set'), null],
				[changedKeySetting('own/two#', 'other'), { at: 1, right: false }],
				[changedKeySetting('own/three#', 'set'), { at: 1 }],
				[changedKeySetting('own/four#', 'set'), { at: 1, right: [] }],
				[changedKeySetting('own/five#', 'set'), { at: 1, right: [7] }],
				['key:nothing', { at: 1, right: true }],
				[excuseSetting('ff:3'), null],
				[overrideSetting('ff:0'), { score: 2, note: '', at: 1 }],
				[overrideSetting('ff:1'), { score: Number.NaN }],
				[overrideSetting('ff:2'), 'all'],
				[chosenSetting('aa:no:1'), 7],
				[studentSetting('ff'), null],
				[studentSetting('fe'), { number: 7, name: ' ' }],
				[studentSetting('fd'), { number: 7 }],
				['language', 'ko']
			])
		).toEqual(NO_DECISIONS);
	});
});
