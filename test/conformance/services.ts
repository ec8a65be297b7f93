/** One service to compare: its pages and its official client. */
export interface ServiceRow {
  readonly id: string;
  /** The folder of pages. */
  readonly pages: string;
  /** When the pages were published. */
  readonly published: string;
  /** The npm package of the official client, or a module of `aws-sdk` for version 2. */
  readonly module: string;
  /** What the official client is created with, to turn off what it does beside the protocol. */
  readonly options?: object;
  /** Set for a service of which no changes are recorded. */
  readonly unrecorded?: true;
}

const corpus = '../shared/corpus';

const { CONFORMANCE_PAGES: pages, CONFORMANCE_MODULE: module, CONFORMANCE_SERVICE: only } = process.env;

/** A service that the environment names, for a comparison without a row. */
const another: readonly ServiceRow[] =
  pages && module ? [{ id: pages, pages, published: 'unknown', module, unrecorded: true }] : [];

/** The services that a run compares: the one that the environment names, or those of the table. */
export const chosen = (ids: readonly string[]): readonly ServiceRow[] =>
  another.length > 0 ? [] : services.filter(({ id }) => ids.includes(id) && (!only || id === only));

export const named = another;

/** The services that `npm run conformance` compares; a row is all that another one needs. */
const services: readonly ServiceRow[] = [
  {
    id: 'lambda',
    pages: `${corpus}/awsdocs/lambda`,
    published: 'November 2022',
    module: '@aws-sdk/client-lambda',
  },
  { id: 'efs', pages: `${corpus}/awsdocs/efs`, published: 'April 2022', module: '@aws-sdk/client-efs' },
  {
    id: 'transfer',
    pages: `${corpus}/awsdocs/transfer`,
    published: 'March 2023',
    module: '@aws-sdk/client-transfer',
  },
  {
    id: 'comprehend',
    pages: `${corpus}/awsdocs/comprehend`,
    published: 'August 2022',
    module: '@aws-sdk/client-comprehend',
  },
  {
    id: 'audit-manager',
    pages: `${corpus}/mirror/audit-manager`,
    published: '2026',
    module: '@aws-sdk/client-auditmanager',
  },
  { id: 'acm', pages: `${corpus}/mirror/acm`, published: '2026', module: '@aws-sdk/client-acm' },
  { id: 'athena', pages: `${corpus}/mirror/athena`, published: '2026', module: '@aws-sdk/client-athena' },
  {
    id: 'sqs',
    pages: `${corpus}/mirror/awssimplequeueservice`,
    published: '2026',
    module: '@aws-sdk/client-sqs',
    options: { useQueueUrlAsEndpoint: false, md5: false },
  },
  {
    id: 'workmail',
    pages: `${corpus}/current/workmail`,
    published: '2026',
    module: '@aws-sdk/client-workmail',
  },
  {
    id: 'finspace-data',
    pages: `${corpus}/current/finspace-data`,
    published: '2026',
    module: 'aws-sdk/clients/finspacedata.js',
  },
];
