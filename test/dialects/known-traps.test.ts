import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import type { Operation } from '../../src/model/model.js';
import { membersText } from './http-facts.js';
import { fragmentsOf, servicesOf } from './read.js';

/** What guides do that has led readers astray, each with a small page and what must come of it. */
interface Trap {
  readonly pages: readonly string[];
  /** Members by operation, as `in name: type`; all that are sent, or come back. */
  readonly sent?: { readonly [request: string]: { readonly [member: string]: string } };
  readonly answered?: { readonly [request: string]: { readonly [member: string]: string } };
  /** Codes and lines of the first page, in the order of lines; without those about servers and auth. */
  readonly findings?: readonly string[];
}

const request = ({ http }: Operation): string => `${http?.method.value ?? ''} ${http?.uri.value ?? ''}`;

function outcome({ pages, sent, answered }: Trap): Omit<Trap, 'pages'> {
  const { report, diagnostics } = collector();
  const files = pages.map((text, at) => ({ path: `guide/page${String(at)}.md`, text }));
  const [service] = servicesOf(fragmentsOf(files, report), report);
  const operations = service?.operations ?? [];
  const by = (side: (operation: Operation) => Parameters<typeof membersText>[0]) =>
    Object.fromEntries(operations.map((one) => [request(one), membersText(side(one))]));
  return {
    ...(sent && { sent: by(({ input }) => input) }),
    ...(answered && { answered: by(({ responses: [first] }) => first?.members ?? []) }),
    findings: diagnostics
      .filter(({ code }) => code !== 'server-unknown' && code !== 'auth-unknown')
      .sort((a, b) => (a.source?.line ?? 0) - (b.source?.line ?? 0))
      .map(({ code, source }) => `${code} ${String(source?.line ?? 0)}`),
  };
}

const TRAPS: { readonly [name: string]: Trap } = {
  'rows that have lost a cell, or have one too many': {
    pages: [
      `## List lamps
\`GET /lamps\`

Name | Type | Mandatory | Description
---- | ---- | ---- | ----
room | STRING | YES | Where it hangs.
cursor | STRING | NO
colour | STRING | Default \`red\`.
limit | NO | At most 100.
after | LONG
| mode | STRING | NO | on|off | The mode of it. |
`,
    ],
    sent: {
      'GET /lamps': {
        room: 'query string, required',
        cursor: 'query string, optional',
        colour: 'query string, default "red"',
        limit: 'query integer range ..100 (inferred), optional',
        after: 'query long',
        mode: 'query string, optional',
      },
    },
    findings: ['row-moved 8', 'row-moved 9', 'row-moved 11'],
  },
  'columns in any order, the description second or first': {
    pages: [
      `## Ring a bell
\`POST /bells/{bell}/ring\`

### Request body
| Field | What it means | Required? | Type |
| --- | --- | --- | --- |
| times | How often, at most 9 | yes | integer |
| tone | The tone | no | string |

### Response
| Description | Data type | Field |
| --- | --- | --- |
| When it rang | string (date-time) | rang_at |
`,
    ],
    sent: {
      'POST /bells/{bell}/ring': {
        bell: 'label string (inferred), required',
        times: 'body integer range ..9, required',
        tone: 'body string, optional',
      },
    },
    answered: { 'POST /bells/{bell}/ring': { rang_at: 'body string:date-time' } },
    findings: [],
  },
  'cells over several rows and heads in two rows': {
    pages: [
      `## Open a door
\`POST /doors\`

### Body parameters
<table>
<thead>
<tr><th rowspan="2">Name</th><th colspan="2">Value</th><th rowspan="2">Required</th><th rowspan="2">Description</th></tr>
<tr><th>Type</th><th>Default</th></tr>
</thead>
<tbody>
<tr><td>angle</td><td>integer</td><td>90</td><td rowspan="2">yes</td><td>How far</td></tr>
<tr><td>speed</td><td>number</td><td>1</td><td>How fast</td></tr>
<tr><td rowspan="2">sound</td><td rowspan="2">string</td><td>creak</td><td>no</td><td>When it is old</td></tr>
<tr><td>hum</td><td>no</td><td>When it is new</td></tr>
</tbody>
</table>
`,
    ],
    sent: {
      'POST /doors': {
        angle: 'body integer, required, default 90',
        speed: 'body double, required, default 1',
        sound: 'body string, optional, default "creak"',
      },
    },
    findings: [],
  },
  'marks of footnotes behind names and types': {
    pages: [
      `## Fly a kite
\`POST /kites\`

### JSON params
| Field | Type | Description |
| --- | --- | --- |
| name \\* | string | The name |
| tail? \\* | ?string \\*\\* | The tail |
| wind [1] | integer [2] | The wind |
| height [^1] | integer | The height |

\\* Painted on it.

[1] Between 1 and 12.

[^1]: Above the ground.
`,
    ],
    sent: {
      'POST /kites': {
        name: 'body string',
        tail: 'body string or null, optional',
        wind: 'body integer',
        height: 'body integer',
      },
    },
    findings: [],
  },
  'a note that makes all of them optional': {
    pages: [
      `## Change a cup
\`PATCH /cups\`

> All parameters to this endpoint are optional.

### JSON params
| Field | Type | Description |
| --- | --- | --- |
| name | string | The name |

## Change a saucer
\`PATCH /saucers\`

Every field of the body is optional.

### JSON params
| Field | Type | Description |
| --- | --- | --- |
| name | string | The name |

## Change a spoon
\`PATCH /spoons\`

### JSON params
None of these fields is required; send only what changes.

| Field | Type | Description |
| --- | --- | --- |
| name | string | The name |
`,
    ],
    sent: {
      'PATCH /cups': { name: 'body string, optional' },
      'PATCH /saucers': { name: 'body string, optional' },
      'PATCH /spoons': { name: 'body string, optional' },
    },
    findings: [],
  },
  'two tables for one body, one for each variant': {
    pages: [
      `## Make a payment
\`POST /payments\`

### Body of a card payment
| Field | Type | Required | Description |
| --- | --- | --- | --- |
| kind | string | yes | What it is |
| number | string | yes | Number of the card |
| note | string | no | |

### Body of a bank payment
| Field | Type | Required | Description |
| --- | --- | --- | --- |
| kind | string | yes | What it is |
| iban | string | yes | Number of the account |
| note | integer | no | |
`,
    ],
    sent: {
      'POST /payments': {
        kind: 'body string, required',
        number: 'body string',
        note: 'body string, optional',
        iban: 'body string',
      },
    },
    findings: ['required-conditional 8', 'required-conditional 15', 'member-repeated 16'],
  },
  'one of several is required': {
    pages: [
      `## Find a person
\`GET /people\`

| Name | Type | Required | Description |
| --- | --- | --- | --- |
| email | string | One of \`email\` or \`phone\` is required | The address |
| phone | string | Yes, if there is no \`email\` | The number |
| page | integer | No | |

## Ask a person
\`POST /questions\`

### Body
| Name | Type | Required | Description |
| --- | --- | --- | --- |
| text | string | Yes | The question |
| file | string | Yes | An address |
| lang | string | Yes | A language |

Either \`text\` or \`file\` must be sent.
`,
    ],
    sent: {
      'GET /people': { email: 'query string', phone: 'query string', page: 'query integer, optional' },
      'POST /questions': { text: 'body string', file: 'body string', lang: 'body string, required' },
    },
    findings: [
      'required-conditional 6',
      'required-conditional 7',
      'required-conditional 16',
      'required-conditional 17',
    ],
  },
  'code that nothing closes': {
    pages: [
      `## List trees
\`GET /trees

### Query parameters
| Name | Type | Required | Description |
| --- | --- | --- | --- |
| \`kind | string | no | The kind |
| age\` | integer | no | The \`age |
| \`height\` | integer | yes | From \`1 to 9\` |
`,
    ],
    sent: {
      'GET /trees': {
        kind: 'query string, optional',
        age: 'query integer, optional',
        height: 'query integer range 1..9, required',
      },
    },
    findings: [],
  },
  'an example with another method than the heading': {
    pages: [
      `## POST /roofs/{id}
Mends a roof.

### Example request
\`\`\`
PUT /roofs/17 HTTP/1.1
Content-Type: application/json

{ "tiles": 4 }
\`\`\`

## Get a roof
\`GET /roofs/{id}\`

\`\`\`bash
curl https://roofs.test/v1/roofs/17
\`\`\`
`,
    ],
    sent: {
      'POST /roofs/{id}': {
        id: 'label string (inferred), required',
        tiles: 'body integer (example)',
      },
      'GET /roofs/{id}': { id: 'label string (inferred), required' },
    },
    findings: ['method-differs 5'],
  },
  'types that an example contradicts': {
    pages: [
      `## Draw a map
\`POST /maps\`

### Body
| Field | Type | Required | Description |
| --- | --- | --- | --- |
| scale | integer | yes | |
| points | array of numbers | no | |

### Example request
\`\`\`json
{ "scale": "1:500", "points": [1, 2.5] }
\`\`\`

### Response
| Field | Type | Description |
| --- | --- | --- |
| id | string | |
| done | boolean | |
| size | number | |

\`\`\`json
{ "id": 17, "done": "yes", "size": 4 }
\`\`\`
`,
    ],
    sent: { 'POST /maps': { scale: 'body integer, required', points: 'body list<double>, optional' } },
    answered: { 'POST /maps': { id: 'body string', done: 'body boolean', size: 'body double' } },
    findings: ['example-type-differs 7', 'example-type-differs 18', 'example-type-differs 19'],
  },
};

describe('known traps of tables and lists', () => {
  it.each(Object.entries(TRAPS))('%s', (_, trap) => {
    const { pages: _pages, ...expected } = trap;
    expect(outcome(trap)).toEqual(expected);
  });
});
