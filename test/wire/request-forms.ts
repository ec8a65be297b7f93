import type { OperationBinding, PartBinding, RequestBinding } from '../../src/ecosystems/protocol.js';
import type { Type } from '../../src/model/types.js';

/**
 * The forms in which a request can travel: as its binding says, and where that is JSON that takes files in another media
 * type, without the files and as a form of parts with them.
 */
export function requestForms({ operation, request }: OperationBinding): readonly RequestBinding[] {
  const multipart = operation.mediaTypes?.value.find((type) => type.startsWith('multipart/'));
  const files = request.parts.filter((part) => part.in === 'body' && holdsFiles(part.member.type));
  if (multipart === undefined || files.length === 0) return [request];
  const plain = request.parts.filter((part) => !files.includes(part));
  const [first, ...others] = files;
  const parts = [...plain, ...(first ? [required(first)] : []), ...others].map(asPart);
  const form = { ...request, media: multipart, parts };
  const needsFiles = files.some(({ member }) => member.required?.value === true);
  return needsFiles ? [form] : [{ ...request, parts: plain }, form];
}

const holdsFiles = (type: Type): boolean =>
  type.kind === 'file' || (type.kind === 'list' && holdsFiles(type.element));

const asPart = (part: PartBinding): PartBinding => (part.in === 'body' ? { ...part, in: 'multipart' } : part);

function required(part: PartBinding): PartBinding {
  const { member } = part;
  return {
    ...part,
    member: { ...member, required: { value: true, known: member.known, source: member.source } },
  };
}
