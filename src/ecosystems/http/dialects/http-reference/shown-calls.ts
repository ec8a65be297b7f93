import { parseCurl } from './curl.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { parseRequestLine, type RequestLine } from './request-line.js';

/** Reports examples that call a path of the operation with a method that no request line of its section has. */
export function compareCalls({ requests, items }: OperationSite, { report }: PageContext): void {
  const lines = requests.filter(({ example }) => !example).map(({ line }) => line);
  for (const { block } of items) {
    const call = block.kind === 'code' ? callIn(block.text) : undefined;
    const [shown = ''] = call?.methods ?? [];
    const same = call ? lines.filter(({ path }) => isCallOf(call.path, path)) : [];
    const [first] = same;
    if (!first || same.some(({ methods }) => methods.includes(shown))) continue;
    report('method-differs', { stated: first.methods.join(', '), shown, path: first.path }, block.source);
  }
}

const callIn = (text: string): RequestLine | undefined =>
  /\bcurl\b/.test(text) ? parseCurl(text)?.line : parseRequestLine(text.trimStart().split('\n')[0] ?? '');

/** Whether an address with values ends as the path with labels does. */
function isCallOf(shown: string, path: string): boolean {
  const [given, wanted] = [shown.split('/').filter(Boolean), path.split('/').filter(Boolean)];
  const from = given.length - wanted.length;
  return (
    from >= 0 &&
    wanted.length > 0 &&
    wanted.every((part, at) => (/[{}]/.test(part) ? given[from + at] !== '' : part === given[from + at]))
  );
}
