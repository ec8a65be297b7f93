/** An input like Lambda's CreateFunction: 20 members, structures, lists and a map. Written here, for benches alone. */
const source = { file: 'model.js', line: 1, column: 1, endLine: 1, endColumn: 1 };
const from = { source, known: 'stated' };
const fact = (value) => ({ value, ...from });

const constraint = (kind, facts) => ({ kind, ...facts, ...from });
const length = (min, max) => constraint('length', { min, max });
const range = (min, max) => constraint('range', { min, max });
const count = (min, max) => constraint('count', { min, max });
const pattern = (text) => constraint('pattern', { pattern: text });
const values = (...allowed) => constraint('values', { values: allowed });

const scalar = (kind, ...constraints) => ({ kind, constraints, ...from });
const string = (...constraints) => scalar('string', ...constraints);
const list = (element, ...constraints) => ({ kind: 'list', element, constraints, ...from });
const map = (key, value, ...constraints) => ({ kind: 'map', key, value, constraints, ...from });
const reference = (target) => ({ kind: 'reference', target, constraints: [], ...from });

const optional = (name, type) => ({ name, wireName: name, location: fact('body'), type, ...from });
const required = (name, type) => ({ ...optional(name, type), required: fact(true) });
const structure = (name, ...members) => ({ kind: 'structure', name, members, ...from });

/** What both this model and the schemas written by hand for other libraries state. */
export const patterns = {
  functionName:
    '(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?',
  role: 'arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+',
  handler: '[^\\s]+',
  codeSigningConfig:
    'arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\\d{1}:\\d{12}:code-signing-config:csc-[a-z0-9]{17}',
  kmsKey: '(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()',
  layer: 'arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+',
  bucket: '^[0-9A-Za-z\\.\\-_]*(?<!\\.)$',
  deadLetter: '(arn:(aws[a-zA-Z-]*)?:[a-z0-9-.]+:.*)|()',
  variable: '[a-zA-Z]([a-zA-Z0-9_])+',
  accessPoint:
    'arn:aws[a-zA-Z-]*:elasticfilesystem:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\\d{1}:\\d{12}:access-point/fsap-[a-f0-9]{17}',
  mountPath: '^/mnt/[a-zA-Z0-9-_.]+$',
};

export const runtimes = [
  'nodejs18.x',
  'nodejs20.x',
  'java17',
  'java21',
  'python3.11',
  'python3.12',
  'dotnet8',
  'ruby3.3',
  'provided.al2023',
];

const members = [
  optional('Architectures', list(string(values('x86_64', 'arm64')), count(1, 1))),
  required('Code', reference('FunctionCode')),
  optional('CodeSigningConfigArn', string(length(0, 200), pattern(patterns.codeSigningConfig))),
  optional('DeadLetterConfig', reference('DeadLetterConfig')),
  optional('Description', string(length(0, 256))),
  optional('Environment', reference('Environment')),
  optional('EphemeralStorage', reference('EphemeralStorage')),
  optional('FileSystemConfigs', list(reference('FileSystemConfig'), count(0, 1))),
  required('FunctionName', string(length(1, 140), pattern(patterns.functionName))),
  optional('Handler', string(length(0, 128), pattern(patterns.handler))),
  optional('KMSKeyArn', string(pattern(patterns.kmsKey))),
  optional('Layers', list(string(length(1, 140), pattern(patterns.layer)))),
  optional('MemorySize', scalar('integer', range(128, 10240))),
  optional('PackageType', string(values('Zip', 'Image'))),
  optional('Publish', scalar('boolean')),
  required('Role', string(pattern(patterns.role))),
  optional('Runtime', string(values(...runtimes))),
  optional('Tags', map(string(), string())),
  optional('Timeout', scalar('integer', range(1, undefined))),
  optional('TracingConfig', reference('TracingConfig')),
  optional('VpcConfig', reference('VpcConfig')),
];

const shapes = [
  structure('DeadLetterConfig', optional('TargetArn', string(pattern(patterns.deadLetter)))),
  structure('Environment', optional('Variables', map(string(pattern(patterns.variable)), string()))),
  structure('EphemeralStorage', required('Size', scalar('integer', range(512, 10240)))),
  structure(
    'FileSystemConfig',
    required('Arn', string(length(0, 200), pattern(patterns.accessPoint))),
    required('LocalMountPath', string(length(0, 160), pattern(patterns.mountPath))),
  ),
  structure(
    'FunctionCode',
    optional('ImageUri', string()),
    optional('S3Bucket', string(length(3, 63), pattern(patterns.bucket))),
    optional('S3Key', string(length(1, 1024))),
    optional('S3ObjectVersion', string(length(1, 1024))),
  ),
  structure('TracingConfig', optional('Mode', string(values('Active', 'PassThrough')))),
  structure(
    'VpcConfig',
    optional('SecurityGroupIds', list(string(), count(0, 5))),
    optional('SubnetIds', list(string(), count(0, 16))),
  ),
];

const success = { status: fact(200), members: [], ...from };
const operation = {
  name: 'CreateFunction',
  input: members,
  responses: [success],
  errors: [],
  examples: [],
  ...from,
};

export const service = {
  id: 'bench',
  ecosystem: 'bench',
  servers: [],
  auth: [],
  title: fact('Bench'),
  pages: [],
  operations: [operation],
  shapes,
  errors: [],
};

export const boundService = {
  service,
  protocol: { id: 'restJson1', timestampFormat: 'epochSeconds', smithyTrait: 'bench#restJson1' },
  bindings: [{ operation, request: { parts: [] }, responses: new Map([[200, { parts: [] }]]), errorOf: {} }],
};
