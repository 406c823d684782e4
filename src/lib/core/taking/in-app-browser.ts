/** A browser inside another app: its storage is its own, and often thrown away. */
export interface InAppBrowser {
	/** As people call the app. */
	readonly app: string;
	/** An address that leads out of it with the same page, where there is one. */
	readonly way: string | undefined;
}

/** What each app says of itself, and how it lets one out. */
const APPS: readonly (readonly [RegExp, string, ((link: string) => string)?])[] = [
	[
		/KAKAOTALK/i,
		'KakaoTalk',
		(link) => `kakaotalk://web/openExternal?url=${encodeURIComponent(link)}`
	],
	[/\bLine\//i, 'LINE', (link) => withQuery(link, 'openExternalBrowser=1')],
	[/NAVER\(inapp/i, 'NAVER'],
	[/Instagram/i, 'Instagram'],
	[/FBAN|FBAV|FB_IAB/i, 'Facebook'],
	[/MicroMessenger/i, 'WeChat'],
	[/BytedanceWebview|musical_ly/i, 'TikTok'],
	[/DaumApps/i, 'Daum'],
	[/\bBAND\//i, 'BAND']
];

/** Puts a question into an address before what follows its “#”. */
function withQuery(link: string, query: string): string {
	const [page = '', ...rest] = link.split('#');
	const joined = `${page}${page.includes('?') ? '&' : '?'}${query}`;
	return [joined, ...rest].join('#');
}

const ANDROID_WEBVIEW = /Android.*; wv\)/;

/** Android opens what is named so in the browser of the phone. */
const intent = (link: string) =>
	`intent://${link.replace(/^https?:\/\//, '')}#Intent;scheme=https;end`;

/**
 * Whether a page stands in the browser of another app.
 *
 * @param link the whole address of the page, for the way out
 */
export function inAppBrowser(userAgent: string, link: string): InAppBrowser | undefined {
	for (const [sign, app, way] of APPS) {
		if (sign.test(userAgent)) return { app, way: way?.(link) };
	}
	if (!ANDROID_WEBVIEW.test(userAgent)) return undefined;
	// What follows a second “#” would be lost: then there is no such way.
	return { app: 'App', way: link.includes('#') ? undefined : intent(link) };
}
