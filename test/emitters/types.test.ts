import { describe, expect, it } from 'vitest';
import { declaration, emitted } from './support/emit.js';
import { library } from './support/sample.js';
import {
  list,
  map,
  member,
  operation,
  ref,
  scalar,
  service,
  string,
  structure,
  values,
} from './support/build.js';

const code = await emitted(library, 'types.ts');

describe('an input', () => {
  it('says what is required, what may be undefined, how a value is constrained and where that is stated', () => {
    expect(declaration(code, 'CreateBookInput')).toBe(
      `
/**
 * The input of \`createBook\`.
 *
 * @see API_Page.md:1
 */
export interface CreateBookInput {
  /**
   * Its title.
   *
   * Length 1 to 128. Pattern \`\`[a-z *\\/\`]+\`\`.
   *
   * @see API_Page.md:31
   */
  title: string;
  /** @see API_Page.md:1 */
  format: BookFormat;
  /** @see API_Page.md:1 */
  clientToken?: string | undefined;
  /** @see API_Page.md:1 */
  published?: Date | undefined;
  /** @see API_Page.md:1 */
  cover?: Uint8Array | undefined;
  /**
   * Keys: length 1 to 10.
   *
   * @see API_Page.md:1
   */
  tags?: Record<string, string> | undefined;
  /** @see API_Page.md:1 */
  traceId?: string | undefined;
  /**
   * Value 0 to 900.
   *
   * @default 1
   *
   * @see API_Page.md:1
   */
  copies?: number | undefined;
}`.trim(),
    );
  });

  it('marks what is deprecated, with the reason', () => {
    expect(declaration(code, 'ListBooksInput')).toContain('@deprecated Pages have one size.\n');
  });
});

describe('a shape that is received', () => {
  it('has open values and plain optional members', () => {
    expect(declaration(code, 'Book')).toContain('format?: BookFormat | (string & {});');
    expect(declaration(code, 'Book')).toContain('chapters?: Chapter[];');
  });
});

describe('a union', () => {
  it('admits exactly one member', () => {
    expect(declaration(code, 'Owner')).toBe(
      `
/** @see API_Page.md:1 */
export type Owner =
  | {
      /** @see API_Page.md:1 */
      person: string;
      company?: never;
    }
  | {
      /** @see API_Page.md:1 */
      company: Company;
      person?: never;
    };`.trim(),
    );
  });
});

describe('values', () => {
  it('are a const object and a type', () => {
    expect(declaration(code, 'BookFormat')).toBe(
      `
export const BookFormat = {
  HARDCOVER: 'HARDCOVER',
  PAPERBACK: 'PAPERBACK',
  e_book: 'e-book',
} as const;`.trim(),
    );
    expect(code).toContain('export type BookFormat = (typeof BookFormat)[keyof typeof BookFormat];');
  });

  it('are closed in maps and lists that are only sent, open in those that are received', async () => {
    const colours = (): ReturnType<typeof string> => string(values('RED', 'GREEN'));
    const members = () => [
      member('Colours', list(colours())),
      member('ByColour', map(colours(), scalar('long'))),
    ];
    const paint = await emitted(
      service({ operations: [operation('Paint', { input: members(), output: members() })] }),
      'types.ts',
    );
    expect(declaration(paint, 'PaintInput')).toContain('Colours?: Colour[] | undefined;');
    expect(declaration(paint, 'PaintInput')).toContain(
      'ByColour?: Partial<Record<Colour, number>> | undefined;',
    );
    expect(declaration(paint, 'PaintOutput')).toContain('Colours?: (Colour | (string & {}))[];');
    expect(declaration(paint, 'PaintOutput')).toContain('ByColour?: Record<string, number>;');
  });
});

describe('a shape that is sent and received', () => {
  it('takes what either needs', async () => {
    const both = service({
      operations: [
        operation('PutPet', { input: [member('pet', ref('Pet'))] }),
        operation('GetPet', { output: [member('pet', ref('Pet'))] }),
      ],
      shapes: [structure('Pet', [member('kind', string(values('CAT', 'DOG')))])],
    });
    expect(declaration(await emitted(both, 'types.ts'), 'Pet')).toContain(
      'kind?: PetKind | (string & {}) | undefined;',
    );
  });
});
