import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the published cases are; they are no part of the repository. */
export const suitesFolder = join(import.meta.dirname, '../../../shared/protocol-tests');

export const suitesAreHere = existsSync(suitesFolder);

export interface ShapeRef {
  readonly shape: string;
  readonly location?: 'uri' | 'querystring' | 'header' | 'headers' | 'statusCode';
  readonly locationName?: string;
  readonly jsonvalue?: boolean;
  readonly idempotencyToken?: boolean;
}

export interface Shape {
  readonly type: string;
  readonly members?: { readonly [name: string]: ShapeRef };
  readonly member?: ShapeRef;
  readonly value?: ShapeRef;
  readonly payload?: string;
  readonly document?: boolean;
  readonly union?: boolean;
  readonly timestampFormat?: 'iso8601' | 'rfc822' | 'unixTimestamp';
  readonly error?: { readonly httpStatusCode: number };
  readonly exception?: boolean;
  readonly fault?: boolean;
}

export interface Case {
  readonly id: string;
  readonly given: {
    readonly name: string;
    readonly http: { readonly method: string; readonly requestUri: string; readonly responseCode?: number };
    readonly input?: ShapeRef;
    readonly output?: ShapeRef;
    readonly errors?: readonly ShapeRef[];
    readonly endpoint?: { readonly hostPrefix: string };
  };
  readonly params?: unknown;
  readonly serialized?: Serialized;
  readonly response?: Answer;
  readonly result?: unknown;
  readonly error?: unknown;
  readonly errorCode?: string;
  readonly errorMessage?: string;
}

export interface Serialized {
  readonly method: string;
  readonly uri: string;
  readonly host?: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string;
  readonly requireHeaders?: readonly string[];
  readonly forbidHeaders?: readonly string[];
}

export interface Answer {
  readonly status_code: number;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string;
}

export interface Suite {
  readonly description: string;
  readonly metadata: {
    readonly protocol: 'json' | 'rest-json';
    readonly jsonVersion?: '1.0' | '1.1';
    readonly apiVersion: string;
    readonly targetPrefix?: string;
  };
  readonly shapes: { readonly [name: string]: Shape };
  readonly clientEndpoint?: string;
  readonly cases: readonly Case[];
}

/** One case with the suite it stands in. */
export interface Entry {
  readonly suite: Suite;
  readonly test: Case;
}

/** Files of cases for protocols that docwright does not speak yet: each is shown as one skipped test. */
export const unspoken: { readonly [file: string]: string } = {
  'ec2.json': 'the protocol ec2Query has no implementation yet',
  'query.json': 'the protocol awsQuery has no implementation yet',
  'rest-xml.json': 'the protocol restXml has no implementation yet',
  'smithy-rpc-v2-cbor.json': 'the protocol rpcv2Cbor has no implementation yet',
  'json_1_0-query-compatible.json': 'errors that keep the names of awsQuery are not read yet',
};

/** All cases of a direction by file name, of the protocols that docwright speaks. */
export function readSuites(direction: 'input' | 'output'): [file: string, entries: Entry[]][] {
  if (!suitesAreHere) return [];
  const folder = join(suitesFolder, direction);
  return readdirSync(folder)
    .filter((file) => !(file in unspoken))
    .sort()
    .map((file) => {
      const suites: Suite[] = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return [file, suites.flatMap((suite) => suite.cases.map((test) => ({ suite, test })))];
    });
}
