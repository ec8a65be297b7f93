import type { Report } from '../../diagnostics/report.js';
import type { PlacedMember } from './check-members.js';
import { violation } from './satisfies.js';

/** Finds defaults that the member's own constraints rule out. */
export function checkDefaults(members: readonly PlacedMember[], report: Report): void {
  for (const { container, member } of members) {
    if (!member.default) continue;
    const wrong = violation(member.type, member.default.value);
    if (wrong !== undefined) {
      report(
        'default-outside',
        { member: `${container}.${member.name}`, value: String(member.default.value), wrong },
        member.default.source,
        [{ message: 'the member', source: member.source }],
      );
    }
  }
}
