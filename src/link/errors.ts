import type { Report } from '../diagnostics/report.js';
import type { ErrorFragment, GuideFragment, OperationFragment } from '../model/fragments.js';
import type { ErrorShape, Member } from '../model/model.js';
import { byName } from '../base/compare.js';
import { structureMember } from './link-members.js';

/** One error a name, from every operation that lists it; the first that states something is believed. */
export function linkErrors(
  operations: readonly (OperationFragment | GuideFragment)[],
  report: Report,
): ErrorShape[] {
  const errors = new Map<string, ErrorShape>();
  for (const fragment of operations.flatMap((operation) => operation.errors)) {
    const earlier = errors.get(fragment.name);
    errors.set(fragment.name, earlier ? join(earlier, fragment, report) : create(fragment, report));
  }
  return [...errors.values()].sort(byName);
}

function create(fragment: ErrorFragment, report: Report): ErrorShape {
  const { name, status, code, description, members, source, known } = fragment;
  return {
    name,
    ...(status && { status }),
    ...(code && { code }),
    ...(description !== undefined && { description }),
    members: members.map((member) => structureMember(member, report)),
    source,
    known,
  };
}

function join(error: ErrorShape, fragment: ErrorFragment, report: Report): ErrorShape {
  const { status, description } = fragment;
  if (error.status && status && error.status.value !== status.value) {
    report(
      'error-status-disagrees',
      { error: error.name, one: error.status.value, other: status.value },
      status.source,
      [{ message: `stated as ${error.status.value} here`, source: error.status.source }],
    );
  }
  reportMembers(error, fragment, report);
  const known = new Set(error.members.map(({ name }) => name));
  const added: Member[] = fragment.members
    .filter(({ name }) => !known.has(name))
    .map((member) => structureMember(member, report));
  return {
    ...error,
    ...(!error.status && status && { status }),
    ...(error.description === undefined && description !== undefined && { description }),
    members: [...error.members, ...added],
  };
}

/** Every operation lists the same members of an error; one that lists others has lost some, or another has. */
function reportMembers(error: ErrorShape, fragment: ErrorFragment, report: Report): void {
  const here = fragment.members.map(({ name }) => name);
  const there = error.members.map(({ name }) => name);
  const missing = there.filter((name) => !here.includes(name));
  const added = here.filter((name) => !there.includes(name));
  if (missing.length + added.length === 0) return;
  report('error-members-disagree', { error: error.name, missing, added }, fragment.source, [
    { message: 'listed so here', source: error.source },
  ]);
}

/** Errors whose own members no page lists have those that a page states for all of them. */
export function withErrorMembers(
  errors: readonly ErrorShape[],
  guides: readonly GuideFragment[],
  report: Report,
): ErrorShape[] {
  const shared = guides.find(({ errorMembers }) => errorMembers.length > 0)?.errorMembers ?? [];
  return errors.map((error) =>
    error.members.length > 0 || shared.length === 0
      ? error
      : { ...error, members: shared.map((member) => structureMember(member, report)) },
  );
}
