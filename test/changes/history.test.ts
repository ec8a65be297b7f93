import { describe, expect, it } from 'vitest';
import { diff } from '../../src/commands/diff.js';
import type { RuleId } from '../../src/changes/rules.js';
import { hasShared, needsShared, sharedPath } from '../shared.js';

/** Changes of one rule: these facts in each of these places, and why the pages lead to this verdict. */
interface Read {
  readonly rule: RuleId;
  readonly places: readonly string[];
  readonly facts: readonly string[];
  readonly why: string;
}

const read = (rule: RuleId, places: readonly string[], facts: readonly string[], why: string): Read => ({
  rule,
  places,
  facts,
  why,
});

const flat = (reads: readonly Read[]): readonly string[] =>
  reads
    .flatMap(({ rule, places, facts }) =>
      places.flatMap((place) =>
        facts.length === 0 ? [`${rule} ${place}`] : facts.map((fact) => `${rule} ${place}.${fact}`),
      ),
    )
    .sort();

const mappings = [
  'CreateEventSourceMapping.output',
  'DeleteEventSourceMapping.output',
  'EventSourceMappingConfiguration',
  'GetEventSourceMapping.output',
  'UpdateEventSourceMapping.output',
];
const functions = [
  'CreateFunction.output',
  'FunctionConfiguration',
  'GetFunctionConfiguration.output',
  'PublishVersion.output',
  'UpdateFunctionCode.output',
  'UpdateFunctionConfiguration.output',
];
const layers = [
  'GetLayerVersion.output',
  'GetLayerVersionByArn.output',
  'LayerVersionsListItem',
  'PublishLayerVersion.output',
];
const runtimesGiven = [
  'CreateFunction.input.Runtime',
  'ListLayerVersions.input.CompatibleRuntime',
  'ListLayers.input.CompatibleRuntime',
  'PublishLayerVersion.input.CompatibleRuntimes.element',
  'UpdateFunctionConfiguration.input.Runtime',
];

const from2020to2021: readonly Read[] = [
  read(
    'operation-added',
    [
      'CreateCodeSigningConfig',
      'DeleteCodeSigningConfig',
      'DeleteFunctionCodeSigningConfig',
      'GetCodeSigningConfig',
      'GetFunctionCodeSigningConfig',
      'ListCodeSigningConfigs',
      'ListFunctionsByCodeSigningConfig',
      'PutFunctionCodeSigningConfig',
      'UpdateCodeSigningConfig',
    ],
    [],
    'Code signing has pages of its own now.',
  ),
  read(
    'shape-added',
    [
      'AllowedPublishers',
      'CodeSigningConfig',
      'CodeSigningPolicies',
      'ImageConfig',
      'ImageConfigError',
      'ImageConfigResponse',
      'SelfManagedEventSource',
    ],
    [],
    'Each has a page that was not there.',
  ),
  read(
    'output-added',
    mappings,
    [
      'FunctionResponseTypes',
      'SelfManagedEventSource',
      'StartingPosition',
      'StartingPositionTimestamp',
      'TumblingWindowInSeconds',
    ],
    'Described under Response Elements and Contents for the first time.',
  ),
  read(
    'optional-input-added',
    ['CreateEventSourceMapping.input'],
    ['FunctionResponseTypes', 'SelfManagedEventSource', 'TumblingWindowInSeconds'],
    'New in the request, Required: No.',
  ),
  read(
    'optional-input-added',
    ['UpdateEventSourceMapping.input'],
    ['FunctionResponseTypes', 'TumblingWindowInSeconds'],
    'New in the request, Required: No.',
  ),
  read(
    'input-now-optional',
    [
      'CreateEventSourceMapping.input.EventSourceArn',
      'CreateFunction.input.Handler',
      'CreateFunction.input.Runtime',
    ],
    ['required'],
    "Required: Yes became Required: No, as sources of one's own have no ARN, and images neither handler nor runtime.",
  ),
  read(
    'input-bound-relaxed',
    ['CreateEventSourceMapping.input', 'UpdateEventSourceMapping.input'],
    ['SourceAccessConfigurations.count.min', 'SourceAccessConfigurations.count.max'],
    'Fixed number of 1 item became 0 to 22 items.',
  ),
  read(
    'output-bound-relaxed',
    mappings,
    ['SourceAccessConfigurations.count.min', 'SourceAccessConfigurations.count.max'],
    'The same list comes back: clients may receive 22 where they received one.',
  ),
  read(
    'output-added',
    functions,
    ['Architectures', 'ImageConfigResponse', 'PackageType', 'SigningJobArn', 'SigningProfileVersionArn'],
    'Functions may be images and signed now.',
  ),
  read(
    'output-value-added',
    functions,
    ['LastUpdateStatusReasonCode.values', 'Runtime.values', 'StateReasonCode.values'],
    'Reasons that concern images, and runtimes, were added to Valid Values.',
  ),
  read('output-bound-relaxed', functions, ['MemorySize.range.max'], 'Maximum value of 3008 became 10240.'),
  read(
    'input-bound-relaxed',
    ['CreateFunction.input', 'UpdateFunctionConfiguration.input'],
    ['MemorySize.range.max'],
    'Maximum value of 3008 became 10240.',
  ),
  read(
    'optional-input-added',
    ['CreateFunction.input'],
    ['Architectures', 'CodeSigningConfigArn', 'ImageConfig', 'PackageType'],
    'New in the request, Required: No.',
  ),
  read('optional-input-added', ['UpdateFunctionConfiguration.input'], ['ImageConfig'], 'New, Required: No.'),
  read(
    'optional-input-added',
    ['UpdateFunctionCode.input'],
    ['Architectures', 'ImageUri'],
    'New, Required: No.',
  ),
  read('optional-input-added', ['FunctionCode'], ['ImageUri'], 'Only CreateFunction sends the structure.'),
  read(
    'input-value-added',
    runtimesGiven,
    ['values'],
    'Runtimes were added, such as python3.9; requests only.',
  ),
  read(
    'error-added',
    ['CreateFunction', 'UpdateFunctionCode', 'UpdateFunctionConfiguration'],
    [
      'errors.CodeSigningConfigNotFoundException',
      'errors.CodeVerificationFailedException',
      'errors.InvalidCodeSignatureException',
    ],
    'Code signing can fail.',
  ),
  read(
    'error-added',
    ['DeleteFunctionEventInvokeConfig', 'PutFunctionEventInvokeConfig', 'UpdateFunctionEventInvokeConfig'],
    ['errors.ResourceConflictException'],
    'Listed under Errors for the first time.',
  ),
  read('output-added', layers, ['CompatibleArchitectures'], 'Layers know architectures.'),
  read('output-value-added', layers, ['CompatibleRuntimes.element.values'], 'The same runtimes as above.'),
  read(
    'optional-input-added',
    ['ListLayerVersions.input', 'ListLayers.input'],
    ['CompatibleArchitecture'],
    'A new query parameter, Required: No.',
  ),
  read(
    'optional-input-added',
    ['PublishLayerVersion.input'],
    ['CompatibleArchitectures'],
    'New, Required: No.',
  ),
  read('output-added', ['FunctionCodeLocation'], ['ImageUri', 'ResolvedImageUri'], 'Only received.'),
  read(
    'output-added',
    ['Layer', 'LayerVersionContentOutput'],
    ['SigningJobArn', 'SigningProfileVersionArn'],
    'Only received.',
  ),
  read(
    'input-bound-set',
    ['AddLayerVersionPermission.input'],
    ['Action.length.max', 'OrganizationId.length.max'],
    'A maximum length of 22 and of 34 where there was none: longer ones were right before.',
  ),
  read('input-bound-set', ['AddPermission.input'], ['SourceAccount.length.max'], 'A maximum length of 12.'),
  read('input-pattern-changed', ['AddPermission.input'], ['Principal.pattern'], 'From .* to [^\\s]+.'),
  read(
    'input-value-added-open',
    ['SourceAccessConfiguration'],
    ['Type.values'],
    'Sent and received, so that its type was open: no handler could treat all values.',
  ),
  read('output-value-added', ['SourceAccessConfiguration'], ['Type.values'], 'Received as well.'),
  read(
    'input-bound-set',
    ['SourceAccessConfiguration'],
    ['URI.length.min', 'URI.length.max'],
    'A length of 1 to 200 where only a pattern was.',
  ),
  read(
    'output-bound-tightened',
    ['SourceAccessConfiguration'],
    ['URI.length.min', 'URI.length.max'],
    'Received as well.',
  ),
  read('input-pattern-changed', ['SourceAccessConfiguration'], ['URI.pattern'], 'No longer only an ARN.'),
  read('output-pattern-changed', ['SourceAccessConfiguration'], ['URI.pattern'], 'Received as well.'),
  read(
    'default-stated',
    ['CreateEventSourceMapping.input', 'UpdateEventSourceMapping.input'],
    ['Enabled.default', 'MaximumBatchingWindowInSeconds.default'],
    '"Default: True" and "Default: 0" above the type, for the first time; nothing says that it was otherwise.',
  ),
];

const from2021to2022: readonly Read[] = [
  read(
    'operation-added',
    [
      'CreateFunctionUrlConfig',
      'DeleteFunctionUrlConfig',
      'GetFunctionUrlConfig',
      'ListFunctionUrlConfigs',
      'UpdateFunctionUrlConfig',
    ],
    [],
    'Functions have URLs now.',
  ),
  read(
    'shape-added',
    [
      'AmazonManagedKafkaEventSourceConfig',
      'Cors',
      'EphemeralStorage',
      'Filter',
      'FilterCriteria',
      'FunctionUrlConfig',
      'SelfManagedKafkaEventSourceConfig',
    ],
    [],
    'Each has a page that was not there.',
  ),
  read(
    'optional-input-added',
    ['AddPermission.input'],
    ['FunctionUrlAuthType', 'PrincipalOrgID'],
    'Required: No.',
  ),
  read(
    'optional-input-added',
    ['CreateEventSourceMapping.input'],
    ['AmazonManagedKafkaEventSourceConfig', 'FilterCriteria', 'SelfManagedKafkaEventSourceConfig'],
    'New in the request, Required: No.',
  ),
  read('optional-input-added', ['UpdateEventSourceMapping.input'], ['FilterCriteria'], 'New, Required: No.'),
  read(
    'output-added',
    mappings,
    ['AmazonManagedKafkaEventSourceConfig', 'FilterCriteria', 'SelfManagedKafkaEventSourceConfig'],
    'They come back as they are sent.',
  ),
  read(
    'optional-input-added',
    ['CreateFunction.input', 'UpdateFunctionConfiguration.input'],
    ['EphemeralStorage'],
    'New in the request, Required: No.',
  ),
  read('output-added', functions, ['EphemeralStorage'], 'It comes back as it is sent.'),
  read('input-value-added', runtimesGiven, ['values'], 'nodejs16.x and dotnet6; requests only.'),
  read('output-value-added', functions, ['Runtime.values'], 'nodejs16.x and dotnet6.'),
  read('output-value-added', layers, ['CompatibleRuntimes.element.values'], 'nodejs16.x and dotnet6.'),
  read('input-value-added-open', ['SourceAccessConfiguration'], ['Type.values'], 'Sent and received: open.'),
  read('output-value-added', ['SourceAccessConfiguration'], ['Type.values'], 'Received as well.'),
  read(
    'default-stated',
    ['CreateEventSourceMapping.input', 'UpdateEventSourceMapping.input'],
    ['MaximumBatchingWindowInSeconds.default'],
    'The line "Default: 0" gave way to a paragraph: 500 ms for some sources and 0 for others.',
  ),
];

const compared = new Map<string, ReturnType<typeof diff>>();

/** Reading a hundred pages twice takes a while, so that each comparison is made once. */
function compare(before: string, after: string): ReturnType<typeof diff> {
  const folder = sharedPath('corpus/history/lambda');
  const key = `${before} ${after}`;
  const result =
    compared.get(key) ?? diff({ folder, old: before, new: after, format: 'text', today: '2026-11-21' });
  compared.set(key, result);
  return result;
}

describe.skipIf(!hasShared)(`the pages of one service on three days${needsShared}`, () => {
  it.each([
    // Bounds newly set refuse what was right; no name is gone; closed lists of runtimes grow.
    ['2020-12', '2021-10', from2020to2021, { wire: 'major', types: 'minor', server: 'major' }],
    // Nothing that was sent is refused; a handler that treats every runtime in turn meets another.
    ['2021-10', '2022-11', from2021to2022, { wire: 'minor', types: 'minor', server: 'major' }],
  ])('%s to %s', { timeout: 60_000 }, async (before, after, reads, views) => {
    const { document, diagnostics } = await compare(before, after);
    expect(document?.changes.map(({ rule, fact }) => `${rule} ${fact}`).sort()).toEqual(flat(reads));
    expect(document).toMatchObject({ verdict: 'major', views, corrections: [] });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(reads.filter(({ why }) => why === '')).toEqual([]);
  });

  it('quotes the lines of both sides', { timeout: 60_000 }, async () => {
    const { document } = await compare('2020-12', '2021-10');
    const memory = document?.changes.find(({ fact }) => fact === 'CreateFunction.input.MemorySize.range.max');
    expect(memory?.before?.line).toContain('Maximum value of 3008');
    expect(memory?.after?.line).toContain('Maximum value of 10240');
    expect(memory?.after?.source.file).toBe('2021-10/API_CreateFunction.md');
  });
});
