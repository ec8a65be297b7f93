import type { Type } from '../../../../model/types.js';
import type { ExampleValue } from './json-example.js';
import type { ListSite } from './list-site.js';
import type { Row } from './rows.js';

/** Reports where an example shows a value that the stated type cannot have. */
export function compareShown(row: Row, type: Type | undefined, { shown, page }: ListSite): void {
  const value = shown?.find(({ name }) => name === row.name)?.value;
  if (!value || !type || type.known !== 'stated' || fits(value, type)) return;
  page.report(
    'example-type-differs',
    { member: row.name, type: type.kind, shown: SHOWN[value.kind] },
    row.nameSource,
  );
}

const SHOWN: Readonly<Record<ExampleValue['kind'], string>> = {
  object: 'an object',
  list: 'a list',
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  other: 'something else',
};

/** Null and what is no JSON say nothing; dates in numbers and the like are left to the stated type's format. */
function fits({ kind }: ExampleValue, type: Type): boolean {
  if (kind === 'null' || kind === 'other') return true;
  switch (type.kind) {
    case 'string':
      return kind === 'string';
    case 'integer':
    case 'long':
      return kind === 'integer';
    case 'double':
    case 'float':
      return kind === 'integer' || kind === 'number';
    case 'boolean':
      return kind === 'boolean';
    case 'list':
      return kind === 'list';
    case 'map':
      return kind === 'object';
    default:
      return true;
  }
}
