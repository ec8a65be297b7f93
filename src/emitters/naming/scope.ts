import { globalNames, objectMembers, reservedWords } from '../../render/reserved.js';

/** Names that the generated files themselves declare or import. */
const packageNames =
  'CallOptions Client ClientOptions callOptions Connection Context ErrorSchema FetchHandler Handler HandlerContext Handlers JsonValue Loose MemberTable OperationSchema ' +
  'ResponseMetadata Route ServerOptions ServiceError ServiceSchema StandardSchemaV1 StructureSchema ValidationError ' +
  'ValidationOptions Validator standardMessages connect connectService connection createClient createFetchHandler createHandler ' +
  'createValidator documentedError handlers input itemsOf notImplemented operations options output paginate paginateByKey paginateByLink paginateByOffset paginateByPage send service types ' +
  'validators';

/** The names taken in one generated package. */
export interface Scope {
  /** Takes the name, or the first free one of name + suffix, name + suffix + 2, ... */
  claim(name: string, suffix: string): string;
  /** The same for names that stand or fall together; gives the first. */
  claimAll(name: string, suffix: string, derive: (name: string) => readonly string[]): string;
  isFree(name: string): boolean;
}

/** A scope in which only the words of the language, its globals and the package's own names are taken. */
export function createScope(): Scope {
  const taken = new Set([...reservedWords, ...globalNames, ...objectMembers, ...packageNames.split(' ')]);
  const lastNumber = new Map<string, number>();

  const candidate = (name: string, suffix: string, attempt: number): string =>
    attempt === 0 ? name : `${name}${suffix}${attempt === 1 ? '' : String(attempt)}`;

  const claimAll: Scope['claimAll'] = (name, suffix, derive) => {
    const first = `${name} ${suffix}`;
    let attempt = lastNumber.get(first) ?? 0;
    while (derive(candidate(name, suffix, attempt)).some((derived) => taken.has(derived))) attempt += 1;
    lastNumber.set(first, attempt);
    const chosen = candidate(name, suffix, attempt);
    for (const derived of derive(chosen)) taken.add(derived);
    return chosen;
  };

  return {
    claimAll,
    claim: (name, suffix) => claimAll(name, suffix, (candidateName) => [candidateName]),
    isFree: (name) => !taken.has(name),
  };
}
