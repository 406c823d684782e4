import { describe, expect, it } from 'vitest';
import { cameraFault } from './camera';

describe('cameraFault', () => {
	it.each([
		['NotAllowedError', 'refused'],
		['SecurityError', 'refused'],
		['NotFoundError', 'no-camera'],
		['OverconstrainedError', 'no-camera'],
		['NotReadableError', 'busy'],
		['AbortError', 'busy'],
		['TypeError', 'no-camera']
	])('reads %s as %s', (name, fault) => {
		expect(cameraFault(new DOMException('', name))).toBe(fault);
	});

	it('takes whatever else is thrown for no camera', () => {
		expect(cameraFault('no')).toBe('no-camera');
	});
});
