import type { Report } from '../../diagnostics/report.js';
import type { Service } from '../../ir/model.js';
import { constraintsOf } from '../../ir/walk.js';
import { placedMembers } from './members.js';

/** Finds minimums above their maximums, which no value satisfies. */
export function checkBounds(service: Service, report: Report): void {
  for (const { container, member } of placedMembers(service)) {
    for (const constraint of constraintsOf(member.type)) {
      if (constraint.kind === 'pattern' || constraint.kind === 'values') continue;
      const { min, max, source } = constraint;
      if (min !== undefined && max !== undefined && min > max) {
        report('bounds-reversed', { member: `${container}.${member.name}`, min, max }, source);
      }
    }
  }
}
