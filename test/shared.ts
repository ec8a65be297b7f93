import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '../src/ecosystems/dialect.js';

/** Real pages and published facts stand beside the repository where it is developed, and nowhere else. */
const root = fileURLToPath(new URL('../../shared/', import.meta.url));

export const sharedPath = (...parts: string[]): string => join(root, ...parts);

export const hasShared = existsSync(sharedPath('corpus'));

/** What a suite that needs the real pages says of itself. */
export const needsShared = hasShared ? '' : ' (left out: the folder ../shared is missing)';

/** One page, under a path that does not depend on the machine. */
export const sharedPage = (...parts: string[]): Page => ({
  path: parts.join('/'),
  text: readFileSync(sharedPath(...parts), 'utf8'),
});

/** Every page of a folder, by name. */
export const sharedPages = (...parts: string[]): Page[] =>
  readdirSync(sharedPath(...parts))
    .sort()
    .map((name) => sharedPage(...parts, name));

/** Sets of pages whose protocols docwright does not speak yet, with the protocol: no package can be made of them. */
export const unspoken: { readonly [folder: string]: string } = {
  'current/s3': 'restXml',
  'current/sns': 'awsQuery',
  'current/sts': 'awsQuery',
  'mirror/cloudformation': 'awsQuery',
  'mirror/ec2': 'ec2Query',
  'mirror/route53': 'restXml',
};
