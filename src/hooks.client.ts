import type { HandleClientError } from '@sveltejs/kit';

const NOT_FOUND = 404;

/** The page says what was not found; for whoever looks, the console says what else went wrong. */
export const handleError: HandleClientError = ({ error, status, message }) => {
	if (status !== NOT_FOUND) console.error(error);
	return { message };
};
