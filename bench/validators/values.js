/** An input that satisfies every constraint. */
export const valid = {
  Architectures: ['arm64'],
  Code: { S3Bucket: 'deployments-eu', S3Key: 'functions/orders/1.4.2.zip', S3ObjectVersion: 'v-17' },
  CodeSigningConfigArn: 'arn:aws:lambda:eu-central-1:123456789012:code-signing-config:csc-0123456789abcdef0',
  DeadLetterConfig: { TargetArn: 'arn:aws:sqs:eu-central-1:123456789012:dead-orders' },
  Description: 'Takes orders from the queue and writes them to the ledger.',
  Environment: { Variables: { STAGE: 'production', TABLE_NAME: 'orders', LOG_LEVEL: 'info' } },
  EphemeralStorage: { Size: 1024 },
  FileSystemConfigs: [
    {
      Arn: 'arn:aws:elasticfilesystem:eu-central-1:123456789012:access-point/fsap-0123456789abcdef0',
      LocalMountPath: '/mnt/ledger',
    },
  ],
  FunctionName: 'take-orders',
  Handler: 'index.handler',
  KMSKeyArn: 'arn:aws:kms:eu-central-1:123456789012:key/0b0c0d0e',
  Layers: ['arn:aws:lambda:eu-central-1:123456789012:layer:telemetry:12'],
  MemorySize: 512,
  PackageType: 'Zip',
  Publish: true,
  Role: 'arn:aws:iam::123456789012:role/orders/take-orders',
  Runtime: 'nodejs20.x',
  Tags: { team: 'ledger', cost: '4711' },
  Timeout: 30,
  TracingConfig: { Mode: 'Active' },
  VpcConfig: { SecurityGroupIds: ['sg-1', 'sg-2'], SubnetIds: ['subnet-1', 'subnet-2', 'subnet-3'] },
};

/** The same with a fault of each of five kinds: missing, no allowed value, out of range, too long, another pattern. */
export const invalid = {
  ...valid,
  Code: { ...valid.Code, S3Bucket: 'deployments eu' },
  Description: 'x'.repeat(257),
  MemorySize: 64,
  Role: undefined,
  Runtime: 'nodejs0.12',
};
