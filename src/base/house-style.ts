/**
 * House style as data: words and marks that a guide uses in its own way. Where a word of it is one that docwright knows as
 * well, the guide's own meaning holds.
 */
export interface HouseStyle {
  /** Words at the head of a column, by what the column holds: `{ "obligatory": "required" }`. */
  readonly columns?: { readonly [words: string]: ColumnMeaning };
  /** Words above a list of members, by where they travel or what the list is about: `{ "Arguments": "query" }`. */
  readonly places?: { readonly [words: string]: PlaceMeaning };
  /** Words for types, by the type that they stand for: `{ "snowflake": "string" }`. */
  readonly types?: { readonly [words: string]: TypeMeaning };
  /** Words and signs beside a name, a type or a description, by what they say of the member: `{ "!": "required" }`. */
  readonly marks?: { readonly [mark: string]: MarkMeaning };
  /** What components mean, by their names: `{ "Endpoint": "request" }`. */
  readonly components?: { readonly [name: string]: ComponentMeaning };
  /**
   * What template tags stand for: `{ "{{ api_root }}": "https://api.example.com" }`. A key of one word is the name of a
   * tag, whatever its arguments: `{ "paging": "| Name | Type |\n| --- | --- |\n| page | integer |" }`.
   */
  readonly macros?: { readonly [tag: string]: string };
  /** What the paths of the guide stand behind: where its requests go, and what request lines may have before the path. */
  readonly baseUrl?: string;
}

/** What a column of a table holds. */
export type ColumnMeaning =
  | 'name'
  | 'type'
  | 'required'
  | 'optional'
  | 'default'
  | 'description'
  | 'values'
  | 'place'
  | 'example'
  | 'nullable'
  | 'deprecated'
  | 'format'
  | 'method'
  | 'path'
  | 'status'
  | 'value'
  | 'other';

/** Where members travel, or what else a list is about; `none` for nothing of the API. */
export type PlaceMeaning =
  | 'query'
  | 'header'
  | 'path'
  | 'cookie'
  | 'body'
  | 'form'
  | 'response'
  | 'errors'
  | 'none';

export type TypeMeaning =
  | 'string'
  | 'integer'
  | 'long'
  | 'number'
  | 'boolean'
  | 'date'
  | 'date-time'
  | 'uuid'
  | 'uri'
  | 'email'
  | 'byte'
  | 'file';

export type MarkMeaning = 'required' | 'optional' | 'nullable' | 'deprecated';

/** `ignore` for what says nothing of the API. */
export type ComponentRole = 'request' | 'member' | 'ignore';

export type ComponentMeaning = ComponentRole | ComponentParts;

/** What a component states; each other key names the attribute that says it. */
export interface ComponentParts {
  readonly means: ComponentRole;
  /** Of requests. */
  readonly method?: string;
  readonly path?: string;
  /** Of members. */
  readonly name?: string;
  readonly type?: string;
  readonly required?: string;
  readonly optional?: string;
  readonly default?: string;
  readonly values?: string;
  readonly description?: string;
  /** The attribute that says where the member travels. */
  readonly in?: string;
  /** Where all members travel that it describes: no attribute, but the place itself. */
  readonly place?: PlaceMeaning;
}
