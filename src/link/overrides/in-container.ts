import type { Member, Service } from '../../model/model.js';
import type { Provenance } from '../../model/provenance.js';
import { containersOf, restOf, withMembers, type Container } from './containers.js';
import { addedMember, changeMember, renamedMember } from './member-overrides.js';
import type { Override } from '../../model/overrides.js';
import { OverrideProblem } from './values.js';

/** Applies an override whose id leads to a member; nothing where it leads to none. */
export function changeInContainer(service: Service, override: Override): Service | undefined {
  for (const [prefix, container] of containersOf(service)) {
    const rest = restOf(override.id, prefix);
    const members = rest === undefined ? undefined : changeMembers(service, container, rest, override);
    if (members) return withMembers(service, container, members);
  }
  return undefined;
}

function changeMembers(
  service: Service,
  container: Container,
  rest: string,
  { action, source }: Override,
): readonly Member[] | undefined {
  const shapes = new Set(service.shapes.map(({ name }) => name));
  const at: Provenance = { source, known: 'override' };
  const index = container.members.findIndex(({ name }) => rest === name || rest.startsWith(`${name}.`));
  const member = container.members[index];
  if (!member) {
    if (action.kind !== 'add') return undefined;
    return [...container.members, addedMember(rest, action.member, shapes, at)];
  }
  const facet = rest === member.name ? [] : rest.slice(member.name.length + 1).split('.');
  if (facet.length === 0 && action.kind === 'remove') return container.members.toSpliced(index, 1);
  return container.members.with(index, changed(member, facet, action, shapes, at));
}

function changed(
  member: Member,
  facet: readonly string[],
  action: Override['action'],
  shapes: ReadonlySet<string>,
  at: Provenance,
): Member {
  switch (action.kind) {
    case 'add':
      throw new OverrideProblem('the id of a member that does not exist yet');
    case 'rename':
      if (facet.length > 0) throw new OverrideProblem('the id of a member, an operation or a type');
      return { ...renamedMember(member, action.name), ...at };
    case 'set':
      if (facet.length === 0)
        throw new OverrideProblem('the id of a fact of the member, such as its `required`');
      return changeMember(member, facet, action.value, shapes, at);
    case 'remove':
      return changeMember(member, facet, undefined, shapes, at);
  }
}
