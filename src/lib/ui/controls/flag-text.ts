import { m } from '$lib/paraglide/messages';

const names = [
	m.flag_none,
	m.flag_red,
	m.flag_orange,
	m.flag_green,
	m.flag_blue,
	m.flag_pink,
	m.flag_turquoise,
	m.flag_purple
];

/** The name of a flag's colour; 0 is none. */
export const flagText = (flag: number): string => (names[flag] ?? m.flag_none)();
