import type { AuthScheme } from '../ecosystems/auth.js';
import type { Dialect } from '../ecosystems/dialect.js';
import type { Ecosystem } from '../ecosystems/ecosystem.js';
import type { Protocol } from '../ecosystems/protocol.js';
import type { Emitter } from '../emitters/emitter.js';

/** What somebody adds to docwright from outside, as `plugins` of a configuration names it. */
export interface Plugin {
  /** Lower-case letters, digits and hyphens; it stands before the codes of its findings. */
  readonly id: string;
  readonly ecosystems?: readonly Ecosystem[];
  /** Parts for ecosystems that there are, by their ids, such as `http`. */
  readonly extends?: { readonly [ecosystem: string]: EcosystemParts };
  readonly emitters?: readonly Emitter[];
  /**
   * The folder of the modules that generated packages carry, as `runtime/<id>/`. They import the core runtime from
   * `docwright/runtime/`.
   */
  readonly runtime?: URL;
  /** What the configuration gives the plug-in, and the JSON Schema (draft-07) that it is held to before anything runs. */
  readonly options?: { readonly schema: object; readonly value: unknown };
}

/** What a plug-in can add to an ecosystem. */
export interface EcosystemParts {
  readonly dialects?: readonly Dialect[];
  readonly protocols?: readonly Protocol[];
  readonly auth?: readonly AuthScheme[];
}

/** Types a plug-in where it is written; gives it back as it is. */
export const definePlugin = (plugin: Plugin): Plugin => plugin;
