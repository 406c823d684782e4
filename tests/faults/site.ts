import { resolve } from 'node:path';
import { root } from '../../src/tools/set-up.js';
import { serve } from '../../src/tools/static-server.js';
import type { Site } from './scenario';

/** Serves a built folder on a port that stays the same: for a browser another one is another app. */
export async function openSite(dir: string): Promise<Site> {
	let build = dir;
	let server = await serve({ dir: resolve(root, build) });
	const { url, port } = server;
	return {
		url,
		get build() {
			return build;
		},
		deploy(next) {
			build = next;
			server.setDir(resolve(root, build));
		},
		async without(action) {
			await server.close();
			try {
				return await action();
			} finally {
				server = await serve({ dir: resolve(root, build), port });
			}
		},
		close: () => server.close()
	};
}
