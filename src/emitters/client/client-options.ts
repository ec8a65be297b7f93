import { docComment, lineComments } from '../../render/comments.js';
import { propertyKey, stringLiteral, valueLiteral } from '../../render/literals.js';
import { type ImportedName, printImports } from '../../render/imports.js';
import { proseLines } from '../../render/prose.js';
import { renderTemplate } from '../../render/templates.js';
import type { ClientOption, ClientSetting, ClientSetup, OptionType } from '../../ecosystems/client-setup.js';
import type { RuntimeExport } from '../../ecosystems/runtime-export.js';
import type { BoundService } from '../../ecosystems/ecosystem.js';
import type { EmittedFile } from '../emitter.js';
import { imported } from '../runtime-files.js';

/** The module that client.ts has its options from. */
export const optionsModule = './client-options.js';

/** `client-options.ts`: what clients of this service have to be given, where that depends on its pages. */
export function clientOptionsFile(
  bound: BoundService,
  header: readonly string[],
  setup: ClientSetup,
): EmittedFile {
  const { options, service } = bound.ecosystem.runtime;
  const connect = setup.connect ?? bound.ecosystem.runtime.connect;
  const view = {
    header: lineComments(header),
    imports: printImports(importsOf(bound, setup)),
    base: options.name,
    service: service.name,
    connect: connect.name,
    options: setup.options.map(optionText).join('\n'),
    settings: setup.settings.map(settingText).join(',\n'),
  };
  return { path: 'client-options.ts', content: renderTemplate('client-options', view) };
}

/** Whether a client can be made without being given anything. */
export const isOptional = (setup: ClientSetup | undefined): boolean =>
  setup?.options.every(({ required }) => !required) ?? false;

function importsOf(
  { ecosystem }: BoundService,
  { connect = ecosystem.runtime.connect, options, settings }: ClientSetup,
): readonly ImportedName[] {
  const { options: base, service } = ecosystem.runtime;
  const calls = settings.flatMap((setting) => ('calls' in setting ? Object.values(setting.calls) : []));
  return [
    imported(connect),
    imported(base, base.name, true),
    imported(service, service.name, true),
    { from: './runtime/client/connection.js', name: 'Connection', type: true },
    { from: './runtime/messages.js', name: 'ClientProtocol', type: true },
    ...calls.map((call) => imported(call.function)),
    ...typesIn(options.map(({ type }) => type)).map((type) => imported(type, type.name, true)),
  ];
}

const typesIn = (types: readonly OptionType[]): readonly RuntimeExport[] =>
  types.flatMap((type) => {
    if (type.kind === 'runtime') return [type.type];
    if (type.kind === 'object') return typesIn(type.options.map((option) => option.type));
    return type.kind === 'oneOf' ? typesIn(type.types) : [];
  });

function optionText({ name, description, required, type }: ClientOption): string {
  const doc = docComment(proseLines(description));
  const text = typeText(type);
  return `${doc}${doc && '\n'}readonly ${propertyKey(name)}${required ? '' : '?'}: ${text}${required ? '' : ' | undefined'};`;
}

function typeText(type: OptionType): string {
  switch (type.kind) {
    case 'text':
      return type.values ? type.values.map(stringLiteral).join(' | ') : 'string';
    case 'url':
      return 'string | URL';
    case 'runtime':
      return type.type.name;
    case 'object':
      return `{\n${type.options.map(optionText).join('\n')}\n}`;
    case 'oneOf':
      return type.types.map(typeText).join(' | ');
  }
}

function settingText(setting: ClientSetting): string {
  if ('value' in setting) return `${propertyKey(setting.name)}: ${valueLiteral(setting.value)}`;
  const calls = Object.entries(setting.calls).map(
    ([name, call]) => `${propertyKey(name)}: ${call.function.name}(${valueLiteral(call.argument)})`,
  );
  return `${propertyKey(setting.name)}: {${calls.join(', ')}}`;
}
