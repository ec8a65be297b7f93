import { propertyKey, stringLiteral } from '../../render/literals.js';
import { isIdentifier } from '../../render/identifiers.js';
import { markdownLine, markdownText } from '../../render/prose.js';
import { renderTemplate } from '../../render/templates.js';
import type { SampleOption } from '../../ecosystems/ecosystem.js';
import type { BoundService } from '../../ecosystems/ecosystem.js';
import type { Member, Operation, Service } from '../../model/model.js';
import { outputOf } from '../../model/walk.js';
import { contextOf, type ServiceContext } from '../context.js';
import { summary } from '../docs.js';
import type { EmitOptions, EmittedFile } from '../emitter.js';
import { outputsOf, type OutputForm } from '../output.js';
import { contentsOf, dataFilesOf, modulesOf } from './parts.js';
import { sampleObject, sampleValue } from './sample.js';

const requiredCount = ({ input }: Operation): number =>
  input.filter(({ required }) => required?.value === true).length;

/** Members of the output that the caller does not know already. */
const news = (operation: Operation): readonly Member[] =>
  outputOf(operation).filter(({ name }) => operation.input.every((member) => member.name !== name));

/** The operation that shows most in the fewest words: it takes something, can fail, and gives much. */
function typical({ operations }: Service): Operation | undefined {
  const telling = operations.filter(
    (operation) =>
      requiredCount(operation) > 0 && operation.errors.length > 0 && operation.deprecated === undefined,
  );
  const shortest = Math.min(...telling.map(requiredCount));
  const short = telling.filter((operation) => requiredCount(operation) === shortest);
  const most = Math.max(...short.map((operation) => news(operation).length));
  return short.find((operation) => news(operation).length === most) ?? operations[0];
}

/** The form in which callers get what the usual response holds. */
function formOf({ bindings, protocol }: BoundService, operation: Operation): OutputForm {
  const binding = bindings.find((bound) => bound.operation === operation);
  return (binding && outputsOf(binding, protocol)[0]?.form) ?? { kind: 'object' };
}

/** `const { status } = ` where the output has a member to show, nothing otherwise. */
function resultText(operation: Operation, form: OutputForm, { naming }: ServiceContext): string {
  if (form.kind !== 'object') return form.kind === 'nothing' ? '' : 'const output = ';
  const [member] = news(operation);
  if (!member) return '';
  const key = naming.key(member);
  return isIdentifier(key) ? `const { ${key} } = ` : 'const output = ';
}

function outputText(operation: Operation, form: OutputForm, context: ServiceContext): string {
  if (form.kind === 'nothing') return 'undefined';
  return form.kind === 'payload'
    ? sampleValue(form.part.member.type, context)
    : sampleObject(outputOf(operation), context);
}

function callView(
  bound: BoundService,
  operation: Operation,
  context: ServiceContext,
  packageName: string,
): object {
  const { method, inputSchema, handler } = context.naming.operation(operation.name);
  const error = operation.errors.find(({ name }) =>
    context.service.errors.some((shape) => shape.name === name),
  );
  const form = formOf(bound, operation);
  const options = bound.ecosystem.runtime.sample(bound).given;
  return {
    module: stringLiteral(packageName),
    nodeModule: stringLiteral(`${packageName}/node`),
    responseModule: stringLiteral(`${packageName}/with-response`),
    requestModule: stringLiteral(`${packageName}/request`),
    options: objectText(options),
    neededOptions: objectText(options.filter(({ needed }) => needed)),
    method,
    inputSchema,
    handler,
    result: resultText(operation, form, context),
    sample: sampleObject(operation.input, context),
    output: outputText(operation, form, context),
    failing: error !== undefined,
    error: error ? context.naming.error(error.name).type : '',
  };
}

/** On lines of their own where there are several, as people write them. */
function objectText(options: readonly SampleOption[]): string {
  const texts = options.map(({ name, expression }) => `${propertyKey(name)}: ${expression}`);
  if (texts.length > 1) return `{\n${texts.map((text) => `  ${text},\n`).join('')}}`;
  return texts.length === 1 ? `{ ${texts.join('')} }` : '';
}

/** Every option of clients that is no credential, in words. */
function clientOptionsText(bound: BoundService): string {
  const own = bound.ecosystem.runtime.sample(bound).others;
  const names = ['fetch', 'retry', 'timeouts', ...own, 'hooks'].map((name) => `\`${name}\``);
  return `${names.slice(0, -1).join(', ')} and ${names.slice(-1).join('')}`;
}

function pagesView(operation: Operation, context: ServiceContext): object {
  const { paginator, items } = context.naming.operation(operation.name);
  const member = outputOf(operation).find(({ name }) => name === operation.pagination?.items);
  return {
    paginator,
    items,
    hasItems: member?.type.kind === 'list',
    sample: sampleObject(operation.input, context),
  };
}

/** By the name of the method, where something has methods, and by its own otherwise. */
function operationLine(
  { name, description }: Operation,
  { naming }: ServiceContext,
  hasMethods: boolean,
): string {
  const line = markdownLine(summary(description));
  return `\`${hasMethods ? naming.operation(name).method : name}\`${line && `: ${line}`}`;
}

/** What a line of the README says of each file of data. */
const dataWords: Readonly<Record<string, string>> = {
  'json-schema.json': 'a JSON Schema (2020-12) of every input, output and structure, as JSON travels',
  'model.json': 'everything that was read, with the file and line that states it',
  'openapi.json': 'an OpenAPI description of the service',
};

const first = <Item>(item: Item | undefined): readonly Item[] => (item === undefined ? [] : [item]);

/** `README.md`: how to use the package, with examples that compile. */
export function readmeFile(bound: BoundService, options: EmitOptions): EmittedFile {
  const { service } = bound;
  const context = contextOf(service);
  const has = (emitter: string): boolean => options.emitters?.includes(emitter) ?? false;
  const view = {
    title: markdownText(service.title.value),
    apiVersion: markdownText(service.apiVersion?.value ?? ''),
    package: options.packageName,
    contents: contentsOf(options.emitters ?? []),
    code: modulesOf(options.emitters ?? []).length > 0,
    client: has('client'),
    clientOptions: clientOptionsText(bound),
    server: has('server'),
    validators: has('validators'),
    zod: has('validators-zod'),
    files: dataFilesOf(options.emitters ?? []).map((file) => `\`${file}\`: ${dataWords[file] ?? 'data'}.`),
    hasFiles: dataFilesOf(options.emitters ?? []).length > 0,
    calls: first(typical(service)).map((operation) =>
      callView(bound, operation, context, options.packageName),
    ),
    pages: first(service.operations.find(({ pagination }) => pagination)).map((operation) =>
      pagesView(operation, context),
    ),
    operations: service.operations.map((operation) =>
      operationLine(operation, context, has('client') || has('server')),
    ),
  };
  return { path: 'README.md', content: renderTemplate('readme', view) };
}
