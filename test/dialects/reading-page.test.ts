import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Member, Service } from '../../src/model/model.js';
import type { Type } from '../../src/model/types.js';
import { link, page } from './read.js';

/** The examples of the page, each with what it says becomes of it. */
const examples = [
  ...readFileSync('docs/reading.md', 'utf8').matchAll(/^(`{3,4})md\n([^]*?)^\1\n\n```text\n([^]*?)^```$/gmu),
].map(([, , text = '', found = '']) => ({ text, found }));

function typeText(type: Type): string {
  const limits = type.constraints.map((one) => {
    if (one.kind === 'values') return ` of ${one.values.join(' ')}`;
    if (one.kind === 'pattern') return ` like ${one.pattern}`;
    return ` ${one.kind} ${String(one.min ?? '')}..${String(one.max ?? '')}`;
  });
  const bare =
    type.kind === 'list'
      ? `list<${typeText(type.element)}>`
      : type.kind === 'reference'
        ? type.target
        : type.kind;
  return `${bare}${limits.join('')}${type.nullable ? ' or null' : ''}`;
}

function memberText(member: Member, place: string): string {
  const usual = member.default ? ` = ${JSON.stringify(member.default.value)}` : '';
  const style = member.style ? ` ${member.style.value}` : '';
  const known = member.type.known === 'example' ? ' (example)' : '';
  const required = member.required?.value ? '!' : '';
  return `${member.wireName}${required}${place}: ${typeText(member.type)}${style}${usual}${known}`;
}

const placed = (member: Member): string => memberText(member, ` ${member.location.value}`);

const textOf = ({ operations, shapes }: Service): string =>
  [
    ...operations.flatMap(({ http, input, responses }) => [
      `${http?.method.value ?? ''} ${http?.uri.value ?? ''}`,
      ...input.map((member) => `  ${placed(member)}`),
      ...responses.flatMap(({ status, members }) =>
        members.map((member) => `  -> ${String(status?.value ?? 200)} ${placed(member)}`),
      ),
    ]),
    ...shapes.flatMap(({ name, members }) => [
      name,
      ...members.map((member) => `  ${memberText(member, '')}`),
    ]),
  ]
    .map((line) => `${line}\n`)
    .join('');

describe('docs/reading.md', () => {
  it('has examples', () => expect(examples.length).toBeGreaterThan(5));

  it.each(examples)('says what becomes of example %#', ({ text, found }) => {
    expect(textOf(link([page(text, 'guide.md')]).service)).toBe(found);
  });
});
