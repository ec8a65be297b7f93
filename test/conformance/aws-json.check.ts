import { it } from 'vitest';
import { chosen } from './services.js';
import { conformanceSuite } from './suite.js';

const rows = chosen(['transfer', 'comprehend', 'acm', 'athena', 'sqs', 'workmail']);
for (const row of rows) conformanceSuite(row);
if (rows.length === 0) it.skip('is left out: the environment names another service', () => undefined);
