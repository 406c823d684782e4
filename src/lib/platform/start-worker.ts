import { scriptUrl } from './script-url';

/**
 * Runs a worker that does one piece of work: it is told what, answers once, and ends.
 *
 * @param url address of the worker's script, as the bundler gives it
 * @returns its answer
 * @throws Error when it could not be started or failed
 */
export function runWorker(url: string, task: unknown): Promise<unknown> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(scriptUrl(url), { type: 'module' });
		const end = (settle: () => void) => {
			worker.terminate();
			settle();
		};
		worker.onmessage = ({ data }: MessageEvent<unknown>) => end(() => resolve(data));
		worker.onerror = (event) => end(() => reject(new Error(event.message)));
		worker.onmessageerror = () => end(() => reject(new Error('the worker spoke in riddles')));
		worker.postMessage(task);
	});
}
