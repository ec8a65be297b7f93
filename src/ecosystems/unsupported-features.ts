import type { SourceRange } from '../diagnostics/position.js';
import type { Report } from '../diagnostics/report.js';
import { typesWithin } from '../model/walk.js';
import type { Operation } from '../model/model.js';
import type { Type } from '../model/types.js';
import type { Feature, OperationBinding, PartBinding, Protocol } from './protocol.js';

/** Something that an operation needs of its protocol, and the page that says so. */
interface Use {
  readonly feature: Feature;
  readonly source: SourceRange;
}

/** Reports what operations need and their protocol cannot carry, once for each kind: the first place tells the others. */
export function reportUnsupported(
  bindings: readonly OperationBinding[],
  { id, supports }: Protocol,
  report: Report,
): void {
  const told = new Set<Feature>();
  for (const binding of bindings) {
    for (const { feature, source } of usesOf(binding)) {
      if (supports.has(feature) || told.has(feature)) continue;
      told.add(feature);
      report('feature-unsupported', { protocol: id, feature, operation: binding.operation.name }, source);
    }
  }
}

/** By what the pages say: a protocol that cannot carry something leaves it out of its bindings. */
function usesOf({ operation, request, responses }: OperationBinding): readonly Use[] {
  const parts = [request, ...responses.values()].flatMap((message) => message.parts);
  const [, another] = operation.responses;
  return [
    ...mediaUses(operation),
    ...parts.flatMap(partUses),
    ...(another ? [{ feature: 'severalResponses' as const, source: another.source }] : []),
  ];
}

function mediaUses({ mediaTypes }: Operation): readonly Use[] {
  const [usual = ''] = mediaTypes?.value ?? [];
  if (!mediaTypes) return [];
  if (usual.startsWith('multipart/')) return [{ feature: 'multipart', source: mediaTypes.source }];
  return usual.includes('form-urlencoded') ? [{ feature: 'form', source: mediaTypes.source }] : [];
}

function partUses({ in: place, member: { location, style, type, source } }: PartBinding): readonly Use[] {
  return [
    ...(location.value === 'cookie' ? [{ feature: 'cookies' as const, source: location.source }] : []),
    ...(place === 'payload' ? payloadUses(type, source) : []),
    // To repeat the key is what every protocol does.
    ...(style && style.value !== 'repeat'
      ? [{ feature: 'collectionStyles' as const, source: style.source }]
      : []),
    ...typesWithin(type).flatMap(typeUses),
  ];
}

function payloadUses({ kind }: Type, source: SourceRange): readonly Use[] {
  if (kind === 'blob') return [{ feature: 'binaryPayload', source }];
  return kind === 'string' ? [{ feature: 'textPayload', source }] : [];
}

function typeUses({ kind, nullable, source }: Type): readonly Use[] {
  return [
    ...(nullable ? [{ feature: 'nullable' as const, source: nullable.source }] : []),
    ...(kind === 'oneOf' ? [{ feature: 'oneOf' as const, source }] : []),
    ...(kind === 'file' ? [{ feature: 'files' as const, source }] : []),
  ];
}
