import { describe, expect, it } from 'vitest';
import { link, page } from '../dialects/read.js';

const operation = `# Sow

## Request Syntax

\`\`\`
POST /beds HTTP/1.1
x-sown: Sown
Content-type: application/json

{
   "After": number
}
\`\`\`

## URI Request Parameters

**[Sown](#x)**

In ISO 8601 format.

Type: Timestamp

## Request Body

**[After](#x)**

Written as ISO 8601.

Type: Timestamp

## Response Syntax

\`\`\`
HTTP/1.1 200
Content-type: application/json

{
   "Bed": { ... }
}
\`\`\`

## Response Elements

**[Bed](#x)**

The bed.

Type: [Bed](API_Bed.md) object
`;

const bed = `# Bed

## Contents

**Dug**

Time in ISO-8601 format, such as 2019-11-08T02:41:28Z.

Type: Timestamp

**Watered**

Returned in UNIX epoch time; an SDK may render it as ISO 8601.

Type: Timestamp

**Weeded**

Such as 2019-11-08T02:41:28Z.

Type: Timestamp

**Seasons**

Each one in ISO8601 format.

Type: Array of timestamps

**Label**

A date in ISO 8601 format.

Type: String
`;

describe('the format of timestamps', () => {
  const { service, diagnostics } = link([page(operation, 'p/sow.md'), page(bed, 'p/bed.md')]);
  const members = [...(service.operations[0]?.input ?? []), ...(service.shapes[0]?.members ?? [])];
  const types = new Map(members.map(({ name, type }) => [name, type]));

  it('is ISO 8601 where only the description says so', () => {
    const format = { format: { value: 'dateTime', known: 'inferred' } };
    expect(types.get('Dug')).toMatchObject(format);
    expect(types.get('Sown')).toMatchObject(format);
    expect(types.get('Seasons')).toMatchObject({ element: format });
  });

  it('is what a syntax block shows, whatever the description says', () => {
    expect(types.get('After')).not.toHaveProperty('format');
  });

  it('is left open where the description speaks of seconds as well, or gives an example only', () => {
    expect(types.get('Watered')).not.toHaveProperty('format');
    expect(types.get('Weeded')).not.toHaveProperty('format');
    expect(types.get('Label')).not.toHaveProperty('format');
  });

  it('is reported where it is inferred', () => {
    const found = diagnostics.filter(({ code }) => code === 'timestamp-format-inferred');
    expect(found.map(({ message }) => /"(\w+)"/.exec(message)?.[1]).sort()).toEqual([
      'Dug',
      'Seasons',
      'Sown',
    ]);
  });
});
