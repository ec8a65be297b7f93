import { chosen, named } from './services.js';
import { conformanceSuite } from './suite.js';

for (const row of [...named, ...chosen(['lambda', 'efs', 'audit-manager', 'finspace-data'])])
  conformanceSuite(row);
