import type { Aspect } from './report.js';

/** A difference that the pages cannot tell, or that is the official client's own way. */
export interface KnownDifference {
  readonly service: string;
  readonly operation: string;
  readonly aspect: Aspect;
  readonly path: string;
  readonly reason: string;
}

const madeUpToken =
  'The page words this token as it words those that the official client fills in; the official model does not mark it. ' +
  'The generated client fills it in, which only makes a repeated request safe.';

const emptyDocument =
  'Version 2 of the official client sends an empty JSON object with a POST that has no body; version 3 and the protocol ' +
  'as it is published send none.';

const queryMode =
  'The official client of a service that once spoke AWS Query asks for the error codes of that protocol beside the names. ' +
  'No page tells of the header, their samples go without it, and documented errors have their names without it.';

const token = (service: string, operation: string, member: string): KnownDifference => ({
  service,
  operation,
  aspect: 'request',
  path: `body.${member}`,
  reason: madeUpToken,
});

/** Every difference that remains; one that is no longer found fails the suite as one that is new does. */
export const knownDifferences: readonly KnownDifference[] = [
  token('acm', 'RequestCertificate', 'IdempotencyToken'),
  token('athena', 'CreateNotebook', 'ClientRequestToken'),
  token('athena', 'ImportNotebook', 'ClientRequestToken'),
  token('athena', 'StartCalculationExecution', 'ClientRequestToken'),
  token('athena', 'StartSession', 'ClientRequestToken'),
  token('athena', 'UpdateNotebook', 'ClientRequestToken'),
  token('athena', 'UpdateNotebookMetadata', 'ClientRequestToken'),
  ...[
    'ChangeMessageVisibility',
    'CreateQueue',
    'DeleteMessage',
    'DeleteMessageBatch',
    'GetQueueAttributes',
    'ReceiveMessage',
    'SendMessage',
    'SendMessageBatch',
    'SetQueueAttributes',
  ].map((operation) => ({
    service: 'sqs',
    operation,
    aspect: 'request' as const,
    path: 'headers.x-amzn-query-mode',
    reason: queryMode,
  })),
  ...['headers.content-type', 'body'].map((path) => ({
    service: 'finspace-data',
    operation: 'GetExternalDataViewAccessDetails',
    aspect: 'request' as const,
    path,
    reason: emptyDocument,
  })),
];
