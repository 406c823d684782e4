interface TrustedTypes {
	createPolicy(
		name: string,
		rules: { createScriptURL(url: string): string }
	): { createScriptURL(url: string): unknown };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

function ownUrl(url: string): string {
	const { origin, pathname, href } = new URL(url, location.href);
	if (origin === location.origin && pathname.endsWith('.js')) return href;
	throw new TypeError(`not a script of this app: ${url}`);
}

/**
 * The one Trusted Types policy, `app`: lets through scripts of this origin for the service worker
 * and for workers, and nothing else.
 *
 * @throws TypeError for any other address
 */
export function scriptUrl(url: string): string {
	const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
	if (!trustedTypes) return ownUrl(url);
	policy ??= trustedTypes.createPolicy('app', { createScriptURL: ownUrl });
	// A TrustedScriptURL where the DOM's types know strings only.
	return policy.createScriptURL(url) as string;
}
