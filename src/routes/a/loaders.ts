/** What is seldom opened is loaded when it is. */
export const practiceLoader = () =>
	import('./OpenPractice.svelte').then((module) => module.default);
export const answersLoader = () => import('./OpenAnswers.svelte').then((module) => module.default);
export const collectLoader = () =>
	import('../collect/Collect.svelte').then((module) => module.default);
