import type { Report } from '../../diagnostics/report.js';
import type { Service } from '../../model/model.js';
import { checkBounds } from './bounds.js';
import { checkCollisions } from './collisions.js';
import { checkDefaults } from './defaults.js';
import { checkElsewhere } from './elsewhere.js';
import { checkExamples } from './examples.js';
import { placedMembers, type PlacedMember } from './check-members.js';
import { checkNameCase } from './name-case.js';
import { checkPatterns, type FindBacktracking } from './patterns.js';
import { checkProseLimits } from './prose-limits.js';

/** What is held against what once a service is whole, one check a file. */
const checks: readonly ((checked: Checked, report: Report) => void)[] = [
  ofService(checkNameCase),
  ofService(checkCollisions),
  ofMembers(checkBounds),
  ofMembers(checkDefaults),
  ofMembers(checkElsewhere),
  ofService(checkExamples),
  ofMembers(checkProseLimits),
];

/** A service, and its members, which most checks are about. */
interface Checked {
  readonly service: Service;
  readonly members: readonly PlacedMember[];
}

function ofService(check: (service: Service, report: Report) => void) {
  return ({ service }: Checked, report: Report) => check(service, report);
}

function ofMembers(check: (members: readonly PlacedMember[], report: Report) => void) {
  return ({ members }: Checked, report: Report) => check(members, report);
}

/**
 * Looks for contradictions within the finished model; it changes nothing.
 * @param find finds how a pattern can take too long.
 */
export async function checkService(service: Service, report: Report, find?: FindBacktracking): Promise<void> {
  const checked = { service, members: placedMembers(service) };
  for (const check of checks) check(checked, report);
  await checkPatterns(checked.members, report, find);
}
