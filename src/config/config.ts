import type { HouseStyle } from '../base/house-style.js';
import type { JsonValue } from '../model/model.js';
import type { AddedMember } from '../model/overrides.js';

/** What `definePlugin` gives; only its id is looked at here. */
export interface Plugin {
  readonly id: string;
}

/** The configuration of docwright: `docwright.config.{ts,mts,js,mjs,json}`. Paths are relative to the file. */
export interface Config {
  /** Where an editor finds the JSON Schema of this file; docwright does not read it. */
  readonly $schema?: string;
  /**
   * The folder that gets a folder for each service.
   * @default "generated"
   */
  readonly output?: string;
  /** The outputs to make, by name, and those that they need; where absent, all but those that have to be asked for. */
  readonly emitters?: readonly string[];
  /**
   * What formats generated code. `oxfmt` and `prettier` print the same; without oxfmt's native package for this platform
   * `prettier` does its work. `off` leaves code as it is printed.
   * @default "oxfmt"
   */
  readonly formatter?: 'oxfmt' | 'prettier' | 'off';
  /** Lines for the head of every generated source file, after those that say where it comes from: text, no comment signs. */
  readonly header?: string | readonly string[];
  /**
   * A folder with templates of your own: each stands in the place of docwright's template with the same path, such as
   * `types.hbs` or `partials/doc.hbs`.
   */
  readonly templates?: string;
  /** Warnings fail the run, as `--strict` does. */
  readonly strict?: boolean;
  /**
   * The folder that keeps results of earlier runs, or false for none. Where absent it is `node_modules/.cache/docwright`,
   * or the user's folder for caches where nothing is installed. It changes no result and can be deleted at any time.
   */
  readonly cache?: string | boolean;
  /**
   * Parts from outside docwright: what `definePlugin` of docwright/plugin gives. A configuration in TypeScript or
   * JavaScript imports them.
   */
  readonly plugins?: readonly Plugin[];
  /** The services, by an id that is safe as a folder name: lower-case letters, digits and hyphens. */
  readonly services: { readonly [id: string]: ServiceConfig };
}

/** One service: where its pages are and where its package goes. */
export interface ServiceConfig {
  /** Folders of pages, single pages, or glob patterns. */
  readonly pages: string | readonly string[];
  /**
   * The id in the catalogue of services, such as `finspace-2020-07-13`, where the pages do not link to it; it gives
   * protocol, endpoint and signing name.
   */
  readonly service?: string;
  /**
   * Whose rules the service follows, such as `http`; where absent, the form of the pages decides.
   */
  readonly ecosystem?: string;
  /** How requests are written, such as `http` or `restJson1`, where no page and no catalogue says. */
  readonly protocol?: string;
  /** Where requests go, where no page says or the pages are wrong: URLs, with variables in braces. */
  readonly server?: string | readonly string[];
  /** How callers show who they are, where no page says or the pages are wrong; an empty list for not at all. */
  readonly auth?: readonly AuthConfig[];
  /** How the guide is written, in words that docwright does not know by itself. */
  readonly reading?: ReadingConfig;
  /**
   * The share of the lines that can state facts, from 0 to 1, that has to be understood for a package to be made.
   * @default 0.5
   * @minimum 0
   * @maximum 1
   */
  readonly minCoverage?: number;
  /** The folder of the generated package, where it is not the service's id in the configuration's `output`. */
  readonly output?: string;
  /** The outputs of this service, where they are not those of the configuration. */
  readonly emitters?: readonly string[];
  /** The page formats that pages are tried as, by name; every one where absent. The surest of them reads a page. */
  readonly dialects?: readonly string[];
  /** The folder for your own handlers: each is written once, and yours from then on. None are written where absent. */
  readonly handlers?: string;
  /** How the generated package is called in its package.json. */
  readonly package?: PackageConfig;
  /** Corrections of what the pages say, by the id of a fact, such as `CreateUser.input.emailAddress.length.max`. */
  readonly overrides?: { readonly [fact: string]: OverrideConfig };
  /** Changes of the pages that `docwright diff` does not count, until a day. */
  readonly acceptedChanges?: readonly AcceptedChangeConfig[];
  /** What constraints do at run time; each fails where absent. */
  readonly validation?: ValidationConfig;
}

/** One way in which callers show who they are. */
export interface AuthConfig {
  /** Such as `bearer`, `basic`, `apiKey`, `oauth2` or `hmac`. */
  readonly scheme: string;
  /** What clients call it, where that is not its scheme. */
  readonly as?: string;
  /** What the scheme asks for, such as `{ "in": "header", "name": "X-Api-Key" }`. */
  readonly options?: { readonly [name: string]: JsonValue };
  readonly description?: string;
}

/** House style as data: words and marks that a guide uses in its own way, and what it leaves unsaid for every page. */
export interface ReadingConfig extends HouseStyle {
  /** How callers show who they are, where `auth` of the service says nothing else. */
  readonly auth?: readonly AuthConfig[];
  /** Parameters that every operation takes, by name; of labels, what the guide says of them once. */
  readonly parameters?: { readonly [name: string]: CommonParameterConfig };
}

/** A parameter that every operation takes, but for those whose page describes one of that name. */
export interface CommonParameterConfig {
  readonly in: 'query' | 'header' | 'path' | 'cookie';
  /** @default "string" */
  readonly type?: 'string' | 'integer' | 'long' | 'number' | 'boolean';
  readonly required?: boolean;
  readonly description?: string;
}

/** One change that is known and accepted. */
export interface AcceptedChangeConfig {
  /** The id of the fact, as `docwright diff --format json` shows it. */
  readonly fact: string;
  /** The rule, as it is shown there, such as `input-bound-set`. */
  readonly rule: string;
  /** Why it breaks nobody. */
  readonly reason: string;
  /**
   * The last day on which it is accepted, such as `2027-03-31`.
   * @pattern ^\d{4}-\d{2}-\d{2}$
   */
  readonly expires: string;
}

export interface ValidationConfig {
  /**
   * By rule (`required`, `length`, `count`, `range`, `pattern`, `values`, `union`), by the id of a fact, such as
   * `CreateUser.input.emailAddress.pattern`, or by what ids begin with; the longest that fits wins.
   */
  readonly levels?: { readonly [ruleOrFact: string]: LevelConfig };
  /**
   * Whether values from the service must have what is stated to be required, or may lack anything.
   * @default "stated"
   */
  readonly requiredOutputs?: 'stated' | 'never';
}

/** What a constraint does: fail, report without failing, or nothing; and why. */
export interface LevelConfig {
  readonly level: 'error' | 'warn' | 'off';
  readonly reason: string;
}

/** One correction: exactly one of `set`, `remove`, `rename` and `add`, and the reason for it. */
export interface OverrideConfig {
  /** Why the pages are not believed here; it is shown when the override is no longer needed. */
  readonly reason: string;
  /** The value that the fact has; see `docwright inspect --operation NAME` for the ids and values of facts. */
  readonly set?: JsonValue;
  /** Takes a constraint, a member, an error of an operation or an operation away. */
  readonly remove?: true;
  /** Gives a member, an operation or a type another name; a member also on the wire, where it was called the same. */
  readonly rename?: string;
  /** Adds a member that no page describes, under the id that it will have. */
  readonly add?: AddedMember;
}

export interface PackageConfig {
  /** An npm name, such as `@acme/users`; the service's id where absent. */
  readonly name?: string;
  /**
   * A semantic version.
   * @default "0.0.0"
   */
  readonly version?: string;
}

/** Gives types and completion to a configuration in TypeScript or JavaScript; returns it as it is. */
export const defineConfig = (config: Config): Config => config;
