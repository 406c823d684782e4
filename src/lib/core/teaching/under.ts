import type { Fold } from '../log/fold';

/** The settings whose names begin so, each by the rest of its name. */
export const settingsUnder = (
	{ settings }: Pick<Fold, 'settings'>,
	prefix: string
): readonly (readonly [string, unknown])[] =>
	[...settings.live].flatMap(([key, value]) =>
		key.startsWith(prefix) ? [[key.slice(prefix.length), value] as const] : []
	);
