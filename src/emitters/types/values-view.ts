import { docComment } from '../../render/comments.js';
import { propertyKey, valueLiteral } from '../../render/literals.js';
import { proseLines } from '../../render/prose.js';
import type { ValuesNames } from '../naming.js';

/** The const object of allowed values and the type of one; of bits, the type of their sums. */
export const valuesView = ({ type, flags, entries }: ValuesNames): object => ({
  name: type,
  flags,
  doc: flags ? docComment(['The bits of a number.']) : '',
  typeDoc: flags ? docComment([`Any sum of the bits of {@link ${type}}.`]) : '',
  entries: entries.map(({ key, value, description }) => ({
    key: propertyKey(key),
    value: valueLiteral(value),
    doc: description === undefined ? '' : docComment(proseLines(description)),
  })),
});
