import type { JsonValue, Member, Operation, Service } from '../../model/model.js';
import { successOf } from '../../model/walk.js';
import type { Constraint } from '../../model/types.js';

type Traits = Record<string, JsonValue>;

export const serviceTraits = (service: Service, protocol: string | undefined): Traits => ({
  ...(protocol !== undefined && { [protocol]: {} }),
  'smithy.api#title': service.title.value,
});

export function operationTraits(operation: Operation): Traits {
  const { http, description, deprecated, pagination } = operation;
  return {
    ...(http && {
      'smithy.api#http': {
        method: http.method.value,
        uri: http.uri.value,
        code: successOf(operation).status.value,
      },
    }),
    ...(description !== undefined && { 'smithy.api#documentation': description }),
    ...(deprecated && { 'smithy.api#deprecated': { message: deprecated.value } }),
    ...(pagination && {
      'smithy.api#paginated': {
        inputToken: pagination.inputToken,
        outputToken: pagination.outputToken,
        ...(pagination.pageSize !== undefined && { pageSize: pagination.pageSize }),
        ...(pagination.items !== undefined && { items: pagination.items }),
      },
    }),
  };
}

/** @param name as the member is called in Smithy. */
export function memberTraits(member: Member, name = member.name): Traits {
  return {
    ...locationTrait(member, name),
    ...(member.required?.value && { 'smithy.api#required': {} }),
    ...(member.idempotencyToken?.value && { 'smithy.api#idempotencyToken': {} }),
    ...(member.description !== undefined && { 'smithy.api#documentation': member.description }),
    ...(member.deprecated && { 'smithy.api#deprecated': { message: member.deprecated.value } }),
  };
}

function locationTrait(member: Member, name: string): Traits {
  switch (member.location.value) {
    case 'label':
      return { 'smithy.api#httpLabel': {} };
    case 'query':
      return { 'smithy.api#httpQuery': member.wireName };
    case 'header':
      return { 'smithy.api#httpHeader': member.wireName };
    case 'prefixHeaders':
      return { 'smithy.api#httpPrefixHeaders': member.wireName };
    case 'payload':
      return { 'smithy.api#httpPayload': {} };
    case 'status':
      return { 'smithy.api#httpResponseCode': {} };
    case 'cookie':
    case 'body':
      return member.wireName === name ? {} : { 'smithy.api#jsonName': member.wireName };
  }
}

/** The traits of one value's own constraints; its values become an enum shape instead. */
export function constraintTraits(constraints: readonly Constraint[]): Traits {
  const traits: Traits = {};
  for (const constraint of constraints) {
    if (constraint.kind === 'pattern') traits['smithy.api#pattern'] = constraint.pattern;
    else if (constraint.kind !== 'values') {
      const { min, max } = constraint;
      const trait = constraint.kind === 'range' ? 'smithy.api#range' : 'smithy.api#length';
      traits[trait] = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
    }
  }
  return traits;
}
