import { describe, expect, it } from 'vitest';
import { emitService } from '../../src/emitters/emit.js';
import { formatFile } from '../../src/render/format.js';
import { typeErrors } from './support/compile.js';
import { declaration, options } from './support/emit.js';
import { bindHttp, member, string, structure, values } from './support/build.js';
import { shop } from './support/shop.js';

const files = emitService(shop, ['types', 'errors', 'validators', 'validators-zod'], options);

async function codeOf(path: string): Promise<string> {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new RangeError(`There is no ${path}.`);
  return formatFile(file.path, file.content);
}

const code = await codeOf('types.ts');

/** A declaration without its comments, on one line. */
const bare = (name: string): string =>
  declaration(code, name)
    .replace(/\/\*\*[^]*?\*\//gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

describe('the types of a service over plain HTTP', () => {
  it('name numbers as pages do, and say what they mean', () => {
    expect(declaration(code, 'StallKind').split('\n')).toEqual([
      'export const StallKind = {',
      '  /** Seeds alone. */',
      '  SEEDS: 0,',
      '  Young_Plants: 2,',
      '  _5: 5,',
      '} as const;',
    ]);
    expect(code).toContain('export type StallKind = (typeof StallKind)[keyof typeof StallKind];');
  });

  it('give bits a name and their sums the type number', () => {
    expect(bare('StallFlags')).toBe('export const StallFlags = { ROOFED: 1, GUARDED: 4, } as const;');
    expect(code).toContain('export type StallFlags = number;');
  });

  it('have two forms of a shape that callers send without what only the service sets', () => {
    expect(bare('Stall')).toBe(
      'export interface Stall { id: string; kind: StallKind | (number & {}); flags?: StallFlags; ' +
        'owner: Keeper | null; rows?: (number | string | null)[]; }',
    );
    expect(bare('StallInput')).toBe(
      'export interface StallInput { key?: string | undefined; kind: StallKind; flags?: StallFlags | undefined; ' +
        'owner: Keeper | null; rows?: (number | string | null)[] | undefined; }',
    );
    expect(bare('AddStallInput')).toContain('stall: StallInput; plan?: Blob | undefined;');
  });

  it('give the body itself, or nothing, where that is all there is', () => {
    expect(bare('ListStallsOutput')).toBe('export type ListStallsOutput = Stall[];');
    expect(bare('CloseStallOutput')).toBe('export type CloseStallOutput = void;');
  });

  it('give any of several responses, each by its status', () => {
    expect(bare('AddStallOutput')).toBe(
      'export type AddStallOutput = AddStall201Output | AddStall202Output | AddStall204Output;',
    );
    expect(bare('AddStall201Output')).toBe('export type AddStall201Output = Stall;');
    expect(bare('AddStall202Output')).toBe('export interface AddStall202Output { ticket: string; }');
    expect(bare('AddStall204Output')).toBe('export type AddStall204Output = undefined;');
  });

  it('say in comments what a type cannot', () => {
    const keeper = declaration(code, 'Keeper');
    expect(keeper).toContain('* Format `email`.\n   * The service also knows it as `email`.');
    expect(declaration(code, 'Stall')).toContain('* Only the service sets it.');
    expect(declaration(code, 'StallInput')).toContain('* The service never gives it back.');
  });

  it('call an error that is known by its status alone by what that means', async () => {
    const errors = await codeOf('errors.ts');
    expect(errors).toContain("NotFoundError = /* @__PURE__ */ documentedError('404', 404, 10003);");
    expect(errors).toContain('* HTTP status 404. Code `10003` in the body.');
  });

  it('compile, with validators and zod schemas', () => {
    expect(typeErrors(files)).toEqual([]);
  });

  it('compile where nothing uses a shape, and where shapes are called as what validators import', () => {
    const state = member('state', string(values('on', 'off')), { required: true });
    const names = ['Context', 'MemberTable', 'Loose', 'Lamp'];
    const odd = bindHttp({ shapes: names.map((name) => structure(name, [state])) });
    expect(typeErrors(emitService(odd, ['validators', 'validators-zod'], options))).toEqual([]);
  });
});
