import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { reportLeftOut } from '../../src/emitters/emit.js';
import { bind, member, structure, service, string } from './support/build.js';
import { bindHttp, fact } from './support/build.js';
import { shop, special } from './support/shop.js';
import { library } from './support/sample.js';
import type { BoundService } from '../../src/ecosystems/ecosystem.js';

function leftOut(bound: BoundService, ...ids: string[]): readonly string[] {
  const { report, diagnostics } = collector();
  reportLeftOut(bound, ids, report);
  return diagnostics.map(({ severity, message }) => `${severity}: ${message}`);
}

describe('what an output has no words for', () => {
  it('is told, for the outputs that were chosen and those that they need', () => {
    expect(leftOut(shop, 'json-schema')).toEqual([
      'note: What json-schema has no words for is left out: other names of members (Keeper.mail).',
      'note: What json-schema has no words for is left out: numbers that are sums of bits (Stall.flags).',
    ]);
    expect(leftOut(shop, 'server')).toEqual([
      'note: What validators has no words for is left out: other names of members (Keeper.mail).',
    ]);
    expect(leftOut(shop, 'types', 'openapi')).toEqual([]);
  });

  it('is counted where there is much of it', () => {
    const alias = (name: string) => special(name, string(), { aliases: [`${name}s`] });
    const bound = bindHttp({ shapes: [structure('Pot', ['a', 'b', 'c', 'd', 'e'].map(alias))] });
    expect(leftOut(bound, 'json-schema')).toEqual([
      'note: What json-schema has no words for is left out: other names of members (Pot.a, Pot.b, Pot.c, 2 more).',
    ]);
  });

  it('is a default that OpenAPI wants of every variable of a server', () => {
    const { source } = member('a', string());
    const server = {
      url: 'https://{town}.example',
      variables: { town: {} },
      known: 'stated',
      source,
    } as const;
    expect(leftOut(bindHttp({ servers: [server] }), 'openapi')).toHaveLength(1);
  });

  it('is nothing where a service says nothing new', () => {
    const all = ['types', 'validators', 'validators-zod', 'json-schema', 'openapi', 'client', 'server'];
    expect(leftOut(bind(library), ...all)).toEqual([]);
    expect(leftOut(bind(service({ title: fact('Nothing') })), ...all)).toEqual([]);
  });
});
