/**
 * What plug-ins are made with: the sockets, the fragments that dialects give, and what emitters print with. Nothing below
 * it is public.
 */
export { definePlugin, type EcosystemParts, type Plugin } from './plugin.js';
export { defineAuth, defineDialect, defineEcosystem, defineProtocol } from '../ecosystems/define.js';
export type { AuthScheme } from '../ecosystems/auth.js';
export type { Dialect, Guide, Page, PageReader, Reading } from '../ecosystems/dialect.js';
export type { Ecosystem, GivenFacts } from '../ecosystems/ecosystem.js';
export type * from '../ecosystems/protocol.js';
export type { RuntimeExport } from '../ecosystems/runtime-export.js';
export { defineEmitter, type EmitOptions, type EmittedFile, type Emitter } from '../emitters/emitter.js';
export { plainRules, type LinkRules } from '../link/rules.js';
export { declareFindings, type FindingRules, type Tell } from '../diagnostics/plugin-findings.js';
export { define as defineFinding, type Severity } from '../diagnostics/catalogue/define.js';
export type { SourceRange } from '../diagnostics/position.js';
export type { Report } from '../diagnostics/report.js';
export * from '../model/fragments.js';
export type * from '../model/model.js';
export type * from '../model/provenance.js';
export type * from '../model/types.js';
export {
  foldType,
  membersOfOperation,
  outputOf,
  referencesOf,
  shapesByName,
  successOf,
} from '../model/walk.js';
export { docComment, lineComments } from '../render/comments.js';
export { identifier } from '../render/identifiers.js';
export { printImports, type ImportedName } from '../render/imports.js';
export { printJson } from '../render/json.js';
export { numberLiteral, propertyKey, stringLiteral, valueLiteral } from '../render/literals.js';
export { codeSpan, markdownLine, markdownText, proseText } from '../render/prose.js';
