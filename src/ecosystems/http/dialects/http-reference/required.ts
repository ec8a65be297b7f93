import { fact } from '../../../../model/fragments.js';
import type { Fact } from '../../../../model/provenance.js';
import type { ListSite } from './list-site.js';
import { plain } from './phrase.js';
import { yesOrNo } from './required-words.js';
import type { Row } from './rows.js';

/** Whether a member must be there, by what says so nearest to it; undefined where nothing does. */
export function requiredOf(row: Row, site: ListSite): Fact<boolean> | undefined {
  const said = agreed(row, site) ?? fromMark(row) ?? fromWords(row);
  if (said === 'depends' || (said?.value !== false && isConditional(row, site))) {
    site.page.report('required-conditional', {}, row.nameSource);
    return undefined;
  }
  if (said !== undefined) return said;
  const demand = site.demanded?.get(row.name);
  if (demand) return fact(true, demand);
  if (site.note) return fact(site.note.required !== site.note.except.has(row.name), site.note.source);
  return fromParts(row, site) ?? fromConventions(row, site);
}

/** An object that only its parts speak of must be there with the parts that must, unless these are for when it is given. */
function fromParts({ made, marks, children, nameSource }: Row, site: ListSite): Fact<boolean> | undefined {
  // The parts are asked again for themselves, and report then.
  const { demanded: _demanded, ...around } = site;
  const silent = { ...around, page: { ...site.page, report: () => undefined } };
  const needed =
    made === true &&
    !marks.repeated &&
    children.some(
      (child) =>
        requiredOf(child, silent)?.value === true &&
        !child.description.some(({ text }) =>
          /\bif (?:provided|given|present|set|sent)\b/i.test(plain(text)),
        ),
    );
  return needed ? fact(true, nameSource, 'inferred') : undefined;
}

/** True where another member does as well, or another case of the body goes without. */
const isConditional = (row: Row, { alternatives }: ListSite): boolean =>
  row.conditional === true || alternatives?.has(row.name) === true;

/** What the column says; where the description says the other thing, that is told. */
function agreed(row: Row, { page }: ListSite): Said {
  const column = fromColumn(row);
  const words = column === undefined || column === 'depends' ? undefined : fromWords(row);
  if (column !== undefined && column !== 'depends' && words !== undefined && words !== 'depends')
    if (column.value !== words.value)
      page.report('required-contradicted', { column: word(column), words: word(words) }, words.source);
  return column;
}

const word = ({ value }: Fact<boolean>): string => (value ? 'required' : 'optional');

/** A condition says neither. */
type Said = Fact<boolean> | 'depends' | undefined;

function fromColumn(row: Row): Said {
  const { required, saysOptional, marks } = row;
  if (!required) return undefined;
  const word = yesOrNo(required);
  if (word === true && dependsOnOther(row)) return 'depends';
  if (word === undefined)
    return required.text === '' ? (marks.required === undefined ? undefined : undefined) : 'depends';
  return fact(saysOptional ? !word : word, required.source);
}

/** `Either a or b must be provided`. */
const dependsOnOther = ({ description }: Row): boolean =>
  description.some(({ text }) =>
    /\b(?:either|one of|at least one of)\b[^.]{3,120}\b(?:must|has to|is required|needs? to|should)\b/i.test(
      plain(text),
    ),
  );

/** `If a is given, this becomes optional`: the mark holds under a condition. */
const becomesOptional = ({ description }: Row): boolean =>
  description.some(({ text }) => /\bbecomes? optional\b/i.test(plain(text)));

function fromMark(row: Row): Said {
  const { marks, nameSource } = row;
  if (marks.required === true && becomesOptional(row)) return 'depends';
  if (marks.required !== undefined) return fact(marks.required, nameSource);
  return marks.question ? fact(false, nameSource) : undefined;
}

/** `required MFA level for the guild` says of what kind a thing is, and nothing of the member. */
const isAdjective = (text: string, after: string): boolean =>
  text.startsWith('required') && /^ (?!if|when|for|with|unless|only|by|in|on|to|and|or)\p{L}/u.test(after);

const CONDITION = /^[\s\w]{0,12}\b(?:if|when|for|with|unless|only|by|in case|on|to|unless)\b/;

/** `**Required**. …`, `… (optional)` in a description. */
function fromWords({ description }: Row): Said {
  for (const { text, source } of description) {
    const words = plain(text).toLowerCase();
    const [whole, word] =
      /^[\s(*_[]*(required|mandatory|optional|not required)\b/.exec(words) ??
      /[([](required|mandatory|optional)[)\]]/.exec(words) ??
      /(?:^|[.!;] |\n)(required|optional)(?=[.!,;]|$)/.exec(words) ??
      /\b(?:this (?:field|parameter|value|property) is|is a|field is|parameter is) (required|optional|mandatory)\b/.exec(
        words,
      ) ??
      [];
    if (whole === undefined || word === undefined) continue;
    const after = words.slice(words.indexOf(whole) + whole.length);
    if (isAdjective(text, after)) continue;
    if (CONDITION.test(after) && word !== 'optional') return 'depends';
    return fact(word === 'required' || word === 'mandatory', source);
  }
  return undefined;
}

/** What the guide explains about marks, or about parameters as a whole. */
function fromConventions(row: Row, { page, lists, place, received }: ListSite): Fact<boolean> | undefined {
  const { questionMeansOptional, starMeansRequired, requiredUnlessSaid } = page.guide.conventions();
  if (starMeansRequired && row.marks.star) return fact(true, row.nameSource);
  if (lists.some(({ saysRequired }) => saysRequired)) return unmarked(row, lists);
  if (questionMeansOptional && row.type && !hasDefault(row)) return fact(true, row.nameSource, 'inferred');
  if (requiredUnlessSaid && place !== 'type' && !received && !isForSome(row))
    return fact(true, row.nameSource, 'inferred');
  return undefined;
}

/** What is taken where nothing is sent need not be sent. */
const hasDefault = (row: Row): boolean => row.default !== undefined && row.default.text !== '';

/** `Not used for links`, `Only for groups`: nothing that every call must have. */
const isForSome = ({ description }: Row): boolean =>
  description.some(({ text }) =>
    /\b(?:(?:not|only) (?:used|needed|necessary|relevant|applicable|available|valid|allowed|considered)|ignored|only) (?:for|with|when|if|by|in)\b/i.test(
      plain(text),
    ),
  );

/** Where marks say what is required, what has none is not; a column of what is optional leaves empty what is not. */
function unmarked(row: Row, lists: ListSite['lists']): Fact<boolean> | undefined {
  if (row.required && row.required.text !== '') return undefined;
  const others = lists.flatMap(({ rows }) => rows);
  if (row.saysOptional)
    return others.some((other) => other.saysOptional && other.required && yesOrNo(other.required) === true)
      ? fact(true, row.nameSource, 'inferred')
      : undefined;
  return others.some(({ marks }) => marks.required === true)
    ? fact(false, row.nameSource, 'inferred')
    : undefined;
}
