/** Names as long as one may be: 60 graphemes, without a place to break them. */
const filled = (text: string) => [...text.repeat(60)].slice(0, 60).join('');

export const LONG_KO = filled('한일관계사수업을맡은아주긴이름의선생님');
export const LONG_JA = filled('東アジアの歴史と外交を学ぶ会の皆さんと');
/** Written from right to left. */
export const LONG_HE = filled('מוריםותלמידיםשלהכיתההגדולה');
