import { describe, expect, it } from 'vitest';
import { inAppBrowser } from './in-app-browser';

const LINK = 'https://kachi.example/a/#1234';
const ANDROID = 'Mozilla/5.0 (Linux; Android 14; SM-A146) AppleWebKit/537.36 Chrome/130 Mobile';

describe('a browser inside another app', () => {
	it('is known by its name, with a way out that keeps the whole link', () => {
		expect(inAppBrowser(`${ANDROID} KAKAOTALK/10.8`, LINK)).toEqual({
			app: 'KakaoTalk',
			way: 'kakaotalk://web/openExternal?url=https%3A%2F%2Fkachi.example%2Fa%2F%231234'
		});
		expect(inAppBrowser(`${ANDROID} Line/14.1`, LINK)?.way).toBe(
			'https://kachi.example/a/?openExternalBrowser=1#1234'
		);
	});

	it('is said to be one where no way out is known', () => {
		expect(inAppBrowser(`${ANDROID} Instagram 300.0`, LINK)).toEqual({
			app: 'Instagram',
			way: undefined
		});
		const webView = 'Mozilla/5.0 (Linux; Android 14; SM-A146; wv) AppleWebKit/537.36';
		expect(inAppBrowser(webView, LINK)).toEqual({ app: 'App', way: undefined });
	});

	it('is not seen in the browsers of phones and computers', () => {
		for (const agent of [
			ANDROID,
			'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
			'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
		]) {
			expect(inAppBrowser(agent, LINK)).toBeUndefined();
		}
	});
});
