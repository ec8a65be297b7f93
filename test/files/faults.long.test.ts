import { testFaults } from './faults.js';

testFaults(1);
