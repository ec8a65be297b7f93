import { testFaults } from './faults.js';

// Some of the calls; all of them are among the long tests.
testFaults(3);
