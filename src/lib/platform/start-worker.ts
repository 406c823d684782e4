import { scriptUrl } from './script-url';

/** What a worker says: how much of its work is done, 0..1, and in the end its answer. */
export type WorkerWord = { readonly share: number } | { readonly answer: unknown };

/**
 * Runs a worker that does one piece of work: it is told what, answers once, and ends.
 *
 * @param url address of the worker's script, as the bundler gives it
 * @param onshare is told how much is done, 0..1
 * @returns its answer
 * @throws Error when it could not be started or failed
 */
export function runWorker(
	url: string,
	task: unknown,
	onshare: (share: number) => void
): Promise<unknown> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(scriptUrl(url), { type: 'module' });
		const end = (settle: () => void) => {
			worker.terminate();
			settle();
		};
		worker.onmessage = ({ data }: MessageEvent<WorkerWord>) => {
			if ('share' in data) onshare(data.share);
			else end(() => resolve(data.answer));
		};
		worker.onerror = (event) => end(() => reject(new Error(event.message)));
		worker.onmessageerror = () => end(() => reject(new Error('the worker spoke in riddles')));
		worker.postMessage(task);
	});
}
