import type { SourceRange } from '../../../../diagnostics/position.js';
import type { Constraint } from '../../../../model/types.js';
import { codeText, type LabelledLine } from './labels.js';

const NUMBER = String.raw`-?\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?`;
const BOUND = new RegExp(
  String.raw`(minimum|maximum|fixed) (?:length|value|number) of (${NUMBER})(?: items?)?`,
  'gi',
);

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** Understands `Minimum length of 1. Maximum length of 1,024.` and its kin; nothing where anything is left over. */
export function parseBounds(text: string): Bounds | undefined {
  const bounds: { min?: number; max?: number } = {};
  const rest = text.replace(BOUND, (_whole, which: string, digits: string) => {
    const value = Number(digits.replaceAll(',', ''));
    const word = which.toLowerCase();
    if (word !== 'maximum') bounds.min = value;
    if (word !== 'minimum') bounds.max = value;
    return '';
  });
  const understood = Object.keys(bounds).length > 0 && /^[\s.]*$/.test(rest);
  return understood ? bounds : undefined;
}

/** Splits `A | B | C`; an empty alternative counts, except where the list has nothing else. */
export function parseValues(raw: string): readonly string[] | undefined {
  const text = codeText(raw.trim());
  const values = text.split('|').map((value) => value.trim());
  return values.every((value) => value === '') ? undefined : [...new Set(values)];
}

/** What a constraint line says, or nothing where it is not understood. */
export function parseConstraint(labelled: LabelledLine): Constraint | undefined {
  const source = labelled.line.source;
  switch (labelled.label) {
    case 'length':
    case 'keyLength':
    case 'valueLength':
      return bounded('length', labelled.text, source);
    case 'range':
    case 'valueRange':
      return bounded('range', labelled.text, source);
    case 'arrayMembers':
    case 'mapEntries':
      return bounded('count', labelled.text, source);
    case 'pattern':
    case 'keyPattern':
    case 'valuePattern': {
      const pattern = codeText(labelled.raw);
      return pattern === '' ? undefined : { kind: 'pattern', pattern, source, known: 'stated' };
    }
    case 'values':
    case 'keyValues':
    case 'valueValues': {
      const values = parseValues(labelled.raw);
      return values && { kind: 'values', values, source, known: 'stated' };
    }
    default:
      return undefined;
  }
}

function bounded(
  kind: 'length' | 'range' | 'count',
  text: string,
  source: SourceRange,
): Constraint | undefined {
  const bounds = parseBounds(text);
  return bounds && { kind, ...bounds, source, known: 'stated' };
}
