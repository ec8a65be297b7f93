import services from './services.json' with { type: 'json' };

/** What the catalogue knows of a service. */
export interface CatalogueEntry {
  /** The id in the pages' links, such as `finspace-2020-07-13`. */
  readonly id: string;
  /** A short name, such as `finspace-data`. */
  readonly service: string;
  readonly title: string;
  readonly apiVersion: string;
  readonly protocol: string;
  readonly targetPrefix?: string;
  readonly endpointPrefix: string;
  readonly signingName: string;
}

type Row = Omit<CatalogueEntry, 'id'>;

const rows: ReadonlyMap<string, Row> = new Map(Object.entries<Row>(services));

const entry = (id: string, row: Row): CatalogueEntry => ({ ...row, id });

/** The entry of an id, in any case: mirrors print links in lower case. */
export function byId(id: string): CatalogueEntry | undefined {
  const key = rows.has(id) ? id : [...rows.keys()].find((other) => other.toLowerCase() === id.toLowerCase());
  const row = key === undefined ? undefined : rows.get(key);
  return key !== undefined && row ? entry(key, row) : undefined;
}

/** What is known of a service whose pages link to none. */
export interface Description {
  /** As the pages' titles name it. */
  readonly title?: string;
  readonly endpointPrefix?: string;
  /** Names that may be its short name: the configured id, the folder. */
  readonly names: readonly string[];
}

/** The one entry that fits, or nothing where none or several do. */
export function byDescription({ title, endpointPrefix, names }: Description): CatalogueEntry | undefined {
  const entries = [...rows].map(([id, row]) => entry(id, row));
  const filters: ((row: CatalogueEntry) => boolean)[] = [
    (row) => endpointPrefix !== undefined && row.endpointPrefix === endpointPrefix,
    (row) => names.includes(row.service),
    (row) => title !== undefined && plain(row.title) === plain(title),
  ];
  for (const filter of filters) {
    const fitting = entries.filter(filter);
    if (fitting.length === 1) return fitting[0];
  }
  return undefined;
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Ids of services whose title or short name is the named one with something before or behind it. */
export function similarIds(title: string): readonly string[] {
  const wanted = stem(title);
  if (wanted === '') return [];
  return [...rows]
    .filter(([, row]) => [row.title, row.service].some((name) => stem(name).includes(wanted)))
    .map(([id]) => id);
}

const stem = (text: string): string => plain(text.replace(/\b(amazon|aws|service)\b/gi, ''));
