import { describe, expect, it } from 'vitest';
import { roomOf, sourceModules, type SourceModule } from './modules.js';
import {
  compositions,
  mayCompose,
  mayImport,
  onlyImporters,
  runtimePackages,
  writingFunctions,
} from './rules.js';

const modules = sourceModules();

/** `path -> import` for every import that a rule forbids. */
const forbidden = (select: (module: SourceModule) => readonly string[]): readonly string[] =>
  modules.flatMap((module) => select(module).map((imported) => `${module.path} -> ${imported}`));

describe('imports point one way', () => {
  it('sees the imports that it judges', () => {
    expect(modules.find(({ path }) => path === 'commands/generate.ts')?.files).toContain('pipeline.ts');
    expect(modules.find(({ path }) => path === 'config/check.ts')?.packages).toContain('ajv');
  });

  it('every room has a rule', () => {
    const rooms = new Set(modules.map(({ path }) => roomOf(path)));
    const ruled = [...Object.keys(mayImport), ...compositions];
    expect([...rooms].filter((room) => !ruled.includes(room))).toEqual([]);
  });

  it('a room imports only the rooms that its rule names', () => {
    const strays = forbidden(({ path, files }) => {
      const allowed = mayImport[roomOf(path)];
      return files.filter(
        (file) => allowed && roomOf(file) !== roomOf(path) && !allowed.includes(roomOf(file)),
      );
    });
    expect(strays).toEqual([]);
  });

  it('only the commands import what puts the rooms together', () => {
    const strays = forbidden(({ path, files }) =>
      mayCompose.includes(roomOf(path)) ? [] : files.filter((file) => compositions.includes(roomOf(file))),
    );
    expect(strays).toEqual([]);
  });

  it('no module imports itself by way of others', () => {
    expect(modules.filter(({ path }) => isInCycle(path)).map(({ path }) => path)).toEqual([]);
  });
});

describe('each package has one importer', () => {
  it.each(Object.entries(onlyImporters))('%s', (name, places) => {
    const strays = forbidden(({ path, packages }) =>
      places.some((place) => path.startsWith(place)) ? [] : packages.filter((one) => one === name),
    );
    expect(strays).toEqual([]);
  });

  it('the runtime needs nothing that generated packages do not depend on', () => {
    const strays = forbidden(({ path, packages }) =>
      roomOf(path) === 'runtime'
        ? packages.filter((name) => !runtimePackages.includes(name) && !name.startsWith('node:'))
        : [],
    );
    expect(strays).toEqual([]);
  });

  it('only files/ writes', () => {
    const strays = modules
      .filter(({ path }) => !path.startsWith('files/') && !path.startsWith('runtime/'))
      .filter(({ text }) => importsFromFs(text).some((clause) => writingFunctions.test(clause)));
    expect(strays.map(({ path }) => path)).toEqual([]);
  });
});

/** The clauses of imports from Node's file system modules. */
const importsFromFs = (text: string): readonly string[] =>
  [...text.matchAll(/import ([^;]*?) from 'node:fs(?:\/promises)?'/gu)].map(([, clause = '']) => clause);

function isInCycle(start: string): boolean {
  const reached = new Set<string>();
  const pending = [...importsOf(start)];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (path === start) return true;
    if (!reached.has(path)) pending.push(...importsOf(path));
    reached.add(path);
  }
  return false;
}

const byPath = new Map(modules.map((module) => [module.path, module]));
const importsOf = (path: string): readonly string[] => byPath.get(path)?.files ?? [];
