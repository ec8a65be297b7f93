import { addedMember } from '../link/overrides/member-overrides.js';
import type { Report } from '../diagnostics/report.js';
import type { Member, Operation, Service } from '../model/model.js';
import type { Ecosystem, GivenFacts } from './ecosystem.js';
import { ecosystemOf } from './registry.js';

/**
 * Adds what no page says: what the configuration gives, which is believed before the pages, and what the service's
 * ecosystem knows. What nobody says is reported, with what to write in the configuration.
 */
export function completeService(
  service: Service,
  given: GivenFacts,
  report: Report,
  among?: readonly Ecosystem[],
): Service {
  const { protocol, servers, auth, parameters } = given;
  const stated = {
    ...service,
    ...(protocol && { protocol }),
    ...(servers && { servers }),
    ...(auth && { auth }),
    ...(parameters && { operations: service.operations.map((one) => withParameters(one, parameters)) }),
  };
  return ecosystemOf(service.ecosystem, among).complete(stated, given, report);
}

/** An operation with the parameters that all take; what its own page says of one of them holds. */
function withParameters(operation: Operation, parameters: NonNullable<GivenFacts['parameters']>): Operation {
  const given = Object.entries(parameters).map(([name, { value, ...at }]) =>
    addedMember(name, value, new Set(), { source: at.source, known: at.known }),
  );
  const described = operation.input.map((member) => {
    const said = given.find((one) => saysMore(one, member));
    return said
      ? { ...said, required: member.required ?? { value: true, source: said.source, known: said.known } }
      : member;
  });
  const added = given.filter(
    (one) =>
      one.location.value !== 'label' &&
      !described.some((member) => isSame(one, member) || member.name === one.name),
  );
  return { ...operation, input: [...described, ...added] };
}

const isSame = (one: Member, other: Member): boolean =>
  one.wireName === other.wireName && one.location.value === other.location.value;

/** A label of the path of which the page says nothing. */
const saysMore = (one: Member, member: Member): boolean =>
  one.location.value === 'label' && isSame(one, member) && member.description === undefined;
