import type { Report } from '../../diagnostics/report.js';
import type { Member, Service } from '../../model/model.js';

/**
 * Finds names that a page most likely misspells: the same name with other capitals stands elsewhere in the service,
 * and this one begins otherwise than the other names around it. Names on the wire are case sensitive.
 */
export function checkNameCase({ operations, shapes }: Service, report: Report): void {
  const containers = [
    ...operations.flatMap(({ input, responses }) => [input, ...responses.map(({ members }) => members)]),
    ...shapes.map(({ members }) => members),
  ];
  const spellings = spellingsOf(containers.flat());
  for (const members of containers) {
    for (const member of members) {
      const alike = spellings.get(member.name.toLowerCase());
      if (!alike || alike.size < 2) continue;
      const other = [...alike.values()].find(({ name }) => name !== member.name);
      if (other && isOdd(member, members)) {
        report('name-case-differs', { name: member.name, other: other.name }, member.source, [
          { message: `called ${other.name} here`, source: other.source },
        ]);
      }
    }
  }
}

/** The first member of each spelling, by the name in lower case. */
function spellingsOf(members: readonly Member[]): ReadonlyMap<string, ReadonlyMap<string, Member>> {
  const spellings = new Map<string, Map<string, Member>>();
  for (const member of members) {
    const key = member.name.toLowerCase();
    const known = spellings.get(key) ?? new Map<string, Member>();
    if (!known.has(member.name)) known.set(member.name, member);
    spellings.set(key, known);
  }
  return spellings;
}

const startsUpper = (name: string): boolean => /^[A-Z]/.test(name);

/** True where most of the other members begin with the other case. */
function isOdd(member: Member, members: readonly Member[]): boolean {
  const others = members.filter((other) => other !== member);
  const alike = others.filter(({ name }) => startsUpper(name) === startsUpper(member.name)).length;
  return others.length > 0 && alike < others.length / 2;
}
