import { docComment, lineComments } from '../../render/comments.js';
import { printImports } from '../../render/imports.js';
import { numberLiteral, stringLiteral, valueLiteral } from '../../render/literals.js';
import { codeSpan } from '../../render/prose.js';
import { renderTemplate } from '../../render/templates.js';
import type { Protocol } from '../../ecosystems/protocol.js';
import type { ErrorShape } from '../../model/model.js';
import { contextOf, type ServiceContext } from '../context.js';
import { documentation } from '../docs.js';
import type { Emitter } from '../emitter.js';
import { propertyViews, type MemberStyle } from '../types/member-types.js';
import { namesInTypes } from '../types/type-text.js';
import { errorStatus } from '../naming.js';

/** Handlers give these members as well as callers read them. */
const style: MemberStyle = { openness: 'open', given: true, direction: 'output' };

function errorView(error: ErrorShape, { naming }: ServiceContext, protocol: Protocol): object {
  const { type: name, errorMembers } = naming.error(error.name);
  const status = errorStatus(error, protocol);
  const code = error.code ? valueLiteral(error.code.value) : '';
  const says = error.code ? ` Code ${codeSpan(String(error.code.value))} in the body.` : '';
  return {
    doc: documentation(error, [`HTTP status ${String(status)}.${says}`]),
    name,
    wireName: stringLiteral(error.name),
    status: numberLiteral(status),
    code,
    hasMembers: error.members.length > 0,
    membersName: errorMembers,
    membersDoc: docComment([`What {@link ${name}} carries beside its message.`]),
    properties: propertyViews(error.members, naming, style),
  };
}

/** `errors.ts`: a class for each documented error, known by its name and status. */
export const errors: Emitter = {
  id: 'errors',
  summary: 'typed errors by name and status',
  needs: ['types'],
  emit({ service, protocol }, { header }) {
    const context = contextOf(service);
    const members = service.errors.flatMap((error) => error.members);
    const imports = [
      ...(service.errors.length > 0 ? [{ from: './runtime/errors.js', name: 'documentedError' }] : []),
      ...namesInTypes(members, context.naming),
    ];
    const view = {
      header: lineComments(header),
      imports: printImports(imports),
      errors: service.errors.map((error) => errorView(error, context, protocol)),
    };
    return [{ path: 'errors.ts', content: renderTemplate('errors', view) }];
  },
};
