// @ts-check

const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;

const sort = (/** @type {readonly number[]} */ samples) => [...samples].sort((a, b) => a - b);

/** @param {readonly number[]} sorted @param {number} share by nearest rank: always a real sample */
function rank(sorted, share) {
	return sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
}

/** @param {readonly number[]} samples */
export function median(samples) {
	return rank(sort(samples), 0.5);
}

/** The usual figures of some samples, to a tenth of their unit. */
export function summarize(/** @type {readonly number[]} */ samples) {
	const sorted = sort(samples);
	return {
		count: sorted.length,
		p50: round(rank(sorted, 0.5)),
		p95: round(rank(sorted, 0.95)),
		max: round(rank(sorted, 1))
	};
}

/**
 * The figures of some samples beside the most their 95th percentile may be.
 * @param {readonly number[]} samples
 * @param {number} budget
 */
export function summarizeWithin(samples, budget) {
	const summary = summarize(samples);
	return { ...summary, budget, within: summary.p95 <= budget };
}
