import { journeys } from '../engines/journeys';
import { test } from '../support/playwright-driver';

for (const { title, run } of journeys) {
	test(title, ({ driver, site }) => run(driver, site));
}
