import { z } from 'zod';
import { patterns, runtimes } from '../model.js';

const text = (min, max) => z.string().min(min).max(max);
const matching = (pattern, schema = z.string()) => schema.regex(new RegExp(pattern, 'u'));

/** The input as somebody writes it by hand with zod; lengths are in code units, as zod counts them. */
export const createFunctionInput = z.object({
  Architectures: z
    .array(z.enum(['x86_64', 'arm64']))
    .min(1)
    .max(1)
    .optional(),
  Code: z.object({
    ImageUri: z.string().optional(),
    S3Bucket: matching(patterns.bucket, text(3, 63)).optional(),
    S3Key: text(1, 1024).optional(),
    S3ObjectVersion: text(1, 1024).optional(),
  }),
  CodeSigningConfigArn: matching(patterns.codeSigningConfig, z.string().max(200)).optional(),
  DeadLetterConfig: z.object({ TargetArn: matching(patterns.deadLetter).optional() }).optional(),
  Description: z.string().max(256).optional(),
  Environment: z
    .object({ Variables: z.record(matching(patterns.variable), z.string()).optional() })
    .optional(),
  EphemeralStorage: z.object({ Size: z.int32().min(512).max(10240) }).optional(),
  FileSystemConfigs: z
    .array(
      z.object({
        Arn: matching(patterns.accessPoint, z.string().max(200)),
        LocalMountPath: matching(patterns.mountPath, z.string().max(160)),
      }),
    )
    .max(1)
    .optional(),
  FunctionName: matching(patterns.functionName, text(1, 140)),
  Handler: matching(patterns.handler, z.string().max(128)).optional(),
  KMSKeyArn: matching(patterns.kmsKey).optional(),
  Layers: z.array(matching(patterns.layer, text(1, 140))).optional(),
  MemorySize: z.int32().min(128).max(10240).optional(),
  PackageType: z.enum(['Zip', 'Image']).optional(),
  Publish: z.boolean().optional(),
  Role: matching(patterns.role),
  Runtime: z.enum(runtimes).optional(),
  Tags: z.record(z.string(), z.string()).optional(),
  Timeout: z.int32().min(1).optional(),
  TracingConfig: z.object({ Mode: z.enum(['Active', 'PassThrough']).optional() }).optional(),
  VpcConfig: z
    .object({
      SecurityGroupIds: z.array(z.string()).max(5).optional(),
      SubnetIds: z.array(z.string()).max(16).optional(),
    })
    .optional(),
});
