import { type } from 'arktype';
import { patterns, runtimes } from '../model.js';

const text = (min, max) => type('string').atLeastLength(min).atMostLength(max);
const matching = (pattern, schema = type('string')) => schema.and(new RegExp(pattern, 'u'));
const whole = (min, max = 2 ** 31 - 1) => type('number.integer').atLeast(min).atMost(max);

/** The input as somebody writes it by hand with arktype; lengths are in code units. */
export const createFunctionInput = type({
  'Architectures?': type.enumerated('x86_64', 'arm64').array().atLeastLength(1).atMostLength(1),
  Code: {
    'ImageUri?': 'string',
    'S3Bucket?': matching(patterns.bucket, text(3, 63)),
    'S3Key?': text(1, 1024),
    'S3ObjectVersion?': text(1, 1024),
  },
  'CodeSigningConfigArn?': matching(patterns.codeSigningConfig, text(0, 200)),
  'DeadLetterConfig?': { 'TargetArn?': matching(patterns.deadLetter) },
  'Description?': text(0, 256),
  'Environment?': { 'Variables?': type.Record('string', 'string') },
  'EphemeralStorage?': { Size: whole(512, 10240) },
  'FileSystemConfigs?': type({
    Arn: matching(patterns.accessPoint, text(0, 200)),
    LocalMountPath: matching(patterns.mountPath, text(0, 160)),
  })
    .array()
    .atMostLength(1),
  FunctionName: matching(patterns.functionName, text(1, 140)),
  'Handler?': matching(patterns.handler, text(0, 128)),
  'KMSKeyArn?': matching(patterns.kmsKey),
  'Layers?': matching(patterns.layer, text(1, 140)).array(),
  'MemorySize?': whole(128, 10240),
  'PackageType?': type.enumerated('Zip', 'Image'),
  'Publish?': 'boolean',
  Role: matching(patterns.role),
  'Runtime?': type.enumerated(...runtimes),
  'Tags?': type.Record('string', 'string'),
  'Timeout?': whole(1),
  'TracingConfig?': { 'Mode?': type.enumerated('Active', 'PassThrough') },
  'VpcConfig?': {
    'SecurityGroupIds?': type('string').array().atMostLength(5),
    'SubnetIds?': type('string').array().atMostLength(16),
  },
});
