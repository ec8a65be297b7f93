import type { Page } from '../../../dialect.js';

/** Where a link of a page leads within the guide. */
export interface LinkTarget {
  readonly page: Page;
  /** In lower case; empty where the link leads to the page as a whole. */
  readonly anchor: string;
}

/** Finds the pages of a guide that links lead to, however the guide's site writes its addresses. */
export class PageFinder {
  private readonly byPath = new Map<string, Page>();
  private readonly byLastName = new Map<string, { readonly path: string; readonly page: Page }[]>();

  constructor(pages: ReadonlyMap<string, Page>) {
    for (const page of pages.values()) {
      const path = addressOf(page.path);
      this.byPath.set(path, page);
      const last = lastOf(path);
      const others = this.byLastName.get(last);
      if (others) others.push({ path, page });
      else this.byLastName.set(last, [{ path, page }]);
    }
  }

  find(from: Page, url: string): LinkTarget | undefined {
    const address = /\{\{[<%-]?\s*(?:rel)?ref\s+["']?([^"'}\s>%]+)/.exec(url)?.[1] ?? url;
    if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address)) return undefined;
    const [path = '', anchor = ''] = decoded(address).split('#');
    const page = path === '' ? from : this.pageAt(from, path.replace(/\?.*$/, ''));
    return page && { page, anchor: anchor.toLowerCase() };
  }

  /** The file that a page includes; some write it without the underscore that marks a part. */
  includeAt(from: Page, path: string): Page | undefined {
    const bare = decoded(path).replace(/^(?:@site|@|~|<rootdir>)\//i, '/');
    return this.fileAt(from, bare) ?? this.fileAt(from, bare.replace(/([^/]+)$/, '_$1'));
  }

  private pageAt(from: Page, path: string): Page | undefined {
    return this.fileAt(from, path) ?? this.onlyNamesake(addressOf(joined('', path)));
  }

  /** A path beside the page, or else the page whose own path ends with it: of several the nearest. */
  private fileAt(from: Page, path: string): Page | undefined {
    const folder = from.path.slice(0, Math.max(from.path.lastIndexOf('/'), 0));
    const beside = path.startsWith('/') ? undefined : this.byPath.get(addressOf(joined(folder, path)));
    if (beside) return beside;
    const wanted = addressOf(joined('', path));
    const ends = (this.byLastName.get(lastOf(wanted)) ?? []).filter(
      (one) => one.path === wanted || one.path.endsWith(`/${wanted}`),
    );
    return ends.length === 1
      ? ends[0]?.page
      : (ends.find((one) => one.path.startsWith(addressOf(folder)))?.page ?? ends[0]?.page);
  }

  /** A site may put pages into other folders than the files stand in. */
  private onlyNamesake(wanted: string): Page | undefined {
    const same = this.byLastName.get(lastOf(wanted)) ?? [];
    return wanted.includes('/') && same.length === 1 ? same[0]?.page : undefined;
  }
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Sites leave out endings and the names of indexes, and do not mind case. */
const addressOf = (path: string): string =>
  path
    .toLowerCase()
    .replace(/\.(?:mdx?|markdown|html?|txt)$/, '')
    .replace(/\/(?:_?index|readme)$/, '')
    .replace(/\/+$/, '');

function joined(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part === '..' && folder !== '') parts.push(part);
    else if (part !== '.' && part !== '' && part !== '..') parts.push(part);
  }
  return parts.join('/');
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
