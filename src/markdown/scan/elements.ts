/** Elements of HTML that have no end tag. */
const VOID = words('area base br col embed hr img input link meta param source track wbr');

/** Elements of HTML that stand within a line of text. */
const PHRASING = words(
  'a abbr acronym b bdi bdo big button cite code data del dfn em font i input ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var',
);

/** Elements of HTML that stand on lines of their own. */
const FLOW = words(
  'address article aside blockquote caption center colgroup dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup iframe legend li main menu nav ol object p picture section summary svg table tbody td tfoot th thead tr ul video audio',
);

/** Parts of a table or list, which mean nothing elsewhere. */
const PARTS = words('thead tbody tfoot tr td th caption colgroup li dt dd');

/** Elements whose text is none of Markdown. */
const RAW = words('pre script style textarea');

/** Which open elements a start tag ends, as their end tags may be left out. */
const ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', words('li p')],
  ['dt', words('dt dd p')],
  ['dd', words('dt dd p')],
  ['td', words('td th p')],
  ['th', words('td th p')],
  ['tr', words('tr td th p')],
  ['tbody', words('thead tbody tfoot tr td th p')],
  ['tfoot', words('thead tbody tfoot tr td th p')],
  ['p', words('p')],
]);

/** Elements whose end tag may be left out. */
const OPTIONAL_END = words('li dt dd td th tr thead tbody tfoot p');

const NONE: ReadonlySet<string> = new Set();

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

export const isVoid = (name: string): boolean => VOID.has(name);
export const isPhrasing = (name: string): boolean => PHRASING.has(name);
export const isFlow = (name: string): boolean => FLOW.has(name);
export const isPart = (name: string): boolean => PARTS.has(name);
export const isRaw = (name: string): boolean => RAW.has(name);
export const hasOptionalEnd = (name: string): boolean => OPTIONAL_END.has(name);
export const endedBy = (name: string): ReadonlySet<string> => ENDS.get(name) ?? NONE;

/** True for what HTML knows; other names are those of components, or text that nobody has escaped. */
export const isHtml = (name: string): boolean =>
  isVoid(name) || isPhrasing(name) || isFlow(name) || isRaw(name);

/** Elements of HTML may be written in capitals; names of components have only some. */
export const elementName = (name: string): string =>
  name === name.toUpperCase() && isHtml(name.toLowerCase()) ? name.toLowerCase() : name;
