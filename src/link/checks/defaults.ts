import type { Report } from '../../diagnostics/report.js';
import type { JsonValue, Service } from '../../ir/model.js';
import type { Type } from '../../ir/types.js';
import { placedMembers } from './members.js';
import { violation } from './satisfies.js';

/** Finds defaults that the member's own constraints rule out. */
export function checkDefaults(service: Service, report: Report): void {
  for (const { container, member } of placedMembers(service)) {
    if (!member.default) continue;
    const wrong = violation(member.type, asTyped(member.type, member.default.value));
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

/** Pages print every default as text. */
const asTyped = (type: Type, value: JsonValue): JsonValue =>
  ['integer', 'long', 'float', 'double'].includes(type.kind) && !Number.isNaN(Number(value))
    ? Number(value)
    : value;
