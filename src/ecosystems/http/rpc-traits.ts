import type { Operation, Service } from '../../model/model.js';
import type { RpcVersion } from './runtime/service.js';

/** The version of JSON-RPC that the pages show; the second where they show none. */
export function rpcVersion({ traits }: Pick<Service, 'traits'>): RpcVersion {
  const said = traits?.['http']?.['rpc']?.value;
  return said === '1.0' || said === 'plain' ? said : '2.0';
}

/** Whether the parameters of a call are a list, in the order of the page. */
export const takesPositions = ({ traits }: Pick<Operation, 'traits'>): boolean =>
  traits?.['json-rpc']?.['params']?.value === 'position';
