import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Service } from '../../src/model/model.js';
import { jsonSchema } from '../../src/emitters/json-schema/emitter.js';
import { validatorsZod } from '../../src/emitters/validators-zod/emitter.js';
import type { Validator } from '../../src/runtime/validation/validator.js';
import { emitOptions, loadModule, loadValidators } from './load.js';
import { boundService } from './model.js';
import type { ValidationPolicy } from '../../src/emitters/validators/options.js';

interface ZodLike {
  safeParse(value: unknown): { readonly success: boolean };
}

/** The three validators of one type. */
export interface Contenders {
  readonly validator: Validator<unknown>;
  readonly zodAccepts: (value: unknown) => boolean;
  readonly ajvAccepts: (value: unknown) => boolean;
}

/** Everything that is generated to validate a service, loaded; by the name of a type. */
export async function loadContenders(
  service: Service,
  policy?: ValidationPolicy,
): Promise<(type: string) => Contenders> {
  const bound = boundService(service);
  const options = emitOptions(policy);
  const validators = await loadValidators(service, policy);
  const zod = (await loadModule(validatorsZod.emit(bound, options)[0]!.content)) as Record<string, ZodLike>;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, unicodeRegExp: true, allErrors: true });
  ajv.addSchema({ ...JSON.parse(jsonSchema.emit(bound, options)[0]!.content), $id: 'service' });
  const compiled = new Map<string, ValidateFunction>();
  const compile = (type: string): ValidateFunction => {
    const known = compiled.get(type) ?? ajv.compile({ $ref: `service#/$defs/${type}` });
    compiled.set(type, known);
    return known;
  };
  return (type) => ({
    validator: validators[`${type}Schema`]!,
    zodAccepts: (value) => zod[`${type}Schema`]!.safeParse(value).success,
    ajvAccepts: (value) => compile(type)(asJson(value)) === true,
  });
}

/** The value as it travels: dates as seconds, bytes as base64. */
function asJson(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asJson(item)]));
}
