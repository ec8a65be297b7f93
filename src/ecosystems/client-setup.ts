import type { JsonValue } from '../model/model.js';
import type { RuntimeExport } from './runtime-export.js';

/** What the clients of one service have beyond those of its ecosystem, as data: emitters print it. */
export interface ClientSetup {
  /** What connects in the place of `runtime.connect`. */
  readonly connect?: RuntimeExport;
  /** The options that they have beside those of `runtime.options`. */
  readonly options: readonly ClientOption[];
  /** What `connect` is given before the options: an object with these. */
  readonly settings: readonly ClientSetting[];
}

export interface ClientOption {
  readonly name: string;
  /** Markdown. */
  readonly description: string;
  readonly required: boolean;
  readonly type: OptionType;
}

export type OptionType =
  /** A text; one of the values where there are some. */
  | { readonly kind: 'text'; readonly values?: readonly string[] }
  | { readonly kind: 'url' }
  /** A type of the runtime. */
  | { readonly kind: 'runtime'; readonly type: RuntimeExport }
  | { readonly kind: 'object'; readonly options: readonly ClientOption[] }
  | { readonly kind: 'oneOf'; readonly types: readonly OptionType[] };

export type ClientSetting =
  | { readonly name: string; readonly value: JsonValue }
  /** An object with what functions of the runtime give of data. */
  | { readonly name: string; readonly calls: { readonly [name: string]: RuntimeCall } };

export interface RuntimeCall {
  readonly function: RuntimeExport;
  readonly argument: JsonValue;
}
