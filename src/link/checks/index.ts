import type { Report } from '../../diagnostics/report.js';
import { checkPatterns } from '../../ir/patterns/check.js';
import type { Service } from '../../ir/model.js';
import { checkBounds } from './bounds.js';
import { checkDefaults } from './defaults.js';
import { checkElsewhere } from './elsewhere.js';
import { checkExamples } from './examples.js';
import { placedMembers, type PlacedMember } from './members.js';
import { checkNameCase } from './name-case.js';
import { checkProseLimits } from './prose-limits.js';

/** What is held against what once a service is whole, one check a file. */
const checks: readonly ((
  service: Service,
  report: Report,
  members: readonly PlacedMember[],
) => void | Promise<void>)[] = [
  checkNameCase,
  checkBounds,
  checkDefaults,
  checkElsewhere,
  checkExamples,
  checkProseLimits,
  checkPatterns,
];

/** Looks for contradictions within the finished model; it changes nothing. */
export async function checkService(service: Service, report: Report): Promise<void> {
  const members = placedMembers(service);
  for (const check of checks) await check(service, report, members);
}
