import * as v from 'valibot';
import { patterns, runtimes } from '../model.js';

const text = (min, max) => v.pipe(v.string(), v.minLength(min), v.maxLength(max));
const matching = (pattern, schema = v.string()) => v.pipe(schema, v.regex(new RegExp(pattern, 'u')));
const whole = (min, max = 2 ** 31 - 1) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** The input as somebody writes it by hand with valibot; lengths are in code units. */
export const createFunctionInput = v.object({
  Architectures: v.optional(v.pipe(v.array(v.picklist(['x86_64', 'arm64'])), v.minLength(1), v.maxLength(1))),
  Code: v.object({
    ImageUri: v.optional(v.string()),
    S3Bucket: v.optional(matching(patterns.bucket, text(3, 63))),
    S3Key: v.optional(text(1, 1024)),
    S3ObjectVersion: v.optional(text(1, 1024)),
  }),
  CodeSigningConfigArn: v.optional(matching(patterns.codeSigningConfig, text(0, 200))),
  DeadLetterConfig: v.optional(v.object({ TargetArn: v.optional(matching(patterns.deadLetter)) })),
  Description: v.optional(text(0, 256)),
  Environment: v.optional(
    v.object({ Variables: v.optional(v.record(matching(patterns.variable), v.string())) }),
  ),
  EphemeralStorage: v.optional(v.object({ Size: whole(512, 10240) })),
  FileSystemConfigs: v.optional(
    v.pipe(
      v.array(
        v.object({
          Arn: matching(patterns.accessPoint, text(0, 200)),
          LocalMountPath: matching(patterns.mountPath, text(0, 160)),
        }),
      ),
      v.maxLength(1),
    ),
  ),
  FunctionName: matching(patterns.functionName, text(1, 140)),
  Handler: v.optional(matching(patterns.handler, text(0, 128))),
  KMSKeyArn: v.optional(matching(patterns.kmsKey)),
  Layers: v.optional(v.array(matching(patterns.layer, text(1, 140)))),
  MemorySize: v.optional(whole(128, 10240)),
  PackageType: v.optional(v.picklist(['Zip', 'Image'])),
  Publish: v.optional(v.boolean()),
  Role: matching(patterns.role),
  Runtime: v.optional(v.picklist(runtimes)),
  Tags: v.optional(v.record(v.string(), v.string())),
  Timeout: v.optional(whole(1)),
  TracingConfig: v.optional(v.object({ Mode: v.optional(v.picklist(['Active', 'PassThrough'])) })),
  VpcConfig: v.optional(
    v.object({
      SecurityGroupIds: v.optional(v.pipe(v.array(v.string()), v.maxLength(5))),
      SubnetIds: v.optional(v.pipe(v.array(v.string()), v.maxLength(16))),
    }),
  ),
});
