import { singular } from '../../path-names.js';
import type { RequestLine } from './request-line.js';

/** A value that stands for any other, and what may follow it in its part of the path. */
const SAMPLE =
  /^([1-9]\d*|(?=[\da-f-]*\d)(?:[\da-f]{16,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}))(\.[a-z]{2,5})?$/i;
/** What numbers behind it are the versions of. */
const VERSIONED = /^(?:api|rest|version|v\d*|\d.*)$/i;

/**
 * A path with labels in the place of values: `/teas/42/leaves.json` is about any tea. They are called by the part of the
 * path before them.
 */
export function withSampleLabels(line: RequestLine): RequestLine {
  const samples = new Map<string, string>();
  const parts = line.path.split('/').map((part, at, all) => {
    const [, sample, ending = ''] = SAMPLE.exec(part) ?? [];
    const before = all[at - 1] ?? '';
    if (sample === undefined || !/^[a-z][\w-]*$/i.test(before) || VERSIONED.test(before)) return part;
    const label = labelOf(before, [...line.labels, ...samples.keys()]);
    samples.set(label, sample);
    return `{${label}}${ending}`;
  });
  if (samples.size === 0) return line;
  const path = parts.join('/');
  return {
    ...line,
    path,
    labels: [...path.matchAll(/\{([^{}]+)\}/g)].map(([, label = '']) => label),
    samples,
  };
}

function labelOf(noun: string, taken: readonly string[]): string {
  const label = `${singular(noun.replaceAll('-', '_'))}_id`;
  let free = label;
  for (let number = 2; taken.includes(free); number += 1) free = `${label}${String(number)}`;
  return free;
}
