import type { Report } from '../../diagnostics/report.js';
import { constraintsOf } from '../../model/walk.js';
import type { PlacedMember } from './check-members.js';

/** Finds minimums above their maximums, which no value satisfies. */
export function checkBounds(members: readonly PlacedMember[], report: Report): void {
  for (const { container, member } of members) {
    for (const constraint of constraintsOf(member.type)) {
      if (constraint.kind === 'pattern' || constraint.kind === 'values') continue;
      const { min, max, source } = constraint;
      if (min !== undefined && max !== undefined && min > max) {
        report('bounds-reversed', { member: `${container}.${member.name}`, min, max }, source);
      }
    }
  }
}
