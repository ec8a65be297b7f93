import type { Page } from '../../src/ecosystems/dialect.js';
import { sharedPages } from '../shared.js';

/** The services of the real pages, in each form that has one of its own. */
export const corpus: readonly (readonly [name: string, ...folder: string[]])[] = [
  ['lambda', 'awsdocs', 'lambda'],
  ['efs', 'awsdocs', 'efs'],
  ['transfer', 'awsdocs', 'transfer'],
  ['comprehend', 'awsdocs', 'comprehend'],
  ['acm', 'mirror', 'acm'],
  ['athena', 'mirror', 'athena'],
  ['audit-manager', 'mirror', 'audit-manager'],
  ['sqs', 'mirror', 'awssimplequeueservice'],
  ['finspace-data', 'current', 'finspace-data'],
  ['workmail', 'current', 'workmail'],
  ['connect', 'scale', 'connect'],
  ['sagemaker', 'scale', 'sagemaker'],
];

export const corpusPages = (folder: readonly string[]): Page[] => sharedPages('corpus', ...folder);
