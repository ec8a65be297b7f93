import { parentPort } from 'node:worker_threads';
import type { PrintJob } from './aside.js';
import { printFiles } from './print.js';

/** Where the second thread of `aside.ts` begins. It answers a job with its files, or with nothing at a fault. */
parentPort?.on('message', (job: PrintJob) => {
  try {
    parentPort?.postMessage(printFiles(job));
  } catch {
    parentPort?.postMessage(undefined);
  }
});
