import { define } from './define.js';

/** What does not fit together, within one page or between pages. */
export const linking = {
  'member-not-described': define<{ member: string }>({
    severity: 'warning',
    title: 'Member shown but not described',
    message: ({ member }) =>
      `The syntax block shows "${member}", but no item describes it; its type is what the block shows.`,
    cause:
      'The description is missing from the page, or the head of its item is broken or spelled differently.',
    fix: 'Correct the page, or state type and requiredness with an override.',
    wording: ({ member }) =>
      `Add an item for "${member}" with its type and whether it is required, or remove it from the syntax block.`,
  }),
  'member-not-in-syntax': define<{ member: string }>({
    severity: 'warning',
    title: 'Member described but not shown',
    message: ({ member }) =>
      `"${member}" is described, but the syntax block does not show it; it is taken as a member of the body.`,
    cause: 'The syntax block is out of date, or the name is spelled differently there.',
    fix: 'Correct the page, or remove or rename the member with an override.',
    wording: ({ member }) => `Add "${member}" to the syntax block, or remove its item.`,
  }),
  'member-repeated': define<{ member: string }>({
    severity: 'warning',
    title: 'Member described twice',
    message: ({ member }) => `"${member}" is described a second time; the first description was used.`,
    cause: 'The list has the item twice.',
    fix: 'Correct the page.',
    wording: ({ member }) => `Remove one of the two items of "${member}".`,
  }),
  'type-disagrees': define<{ member: string; type: string }>({
    severity: 'warning',
    title: 'Type and syntax block disagree',
    message: ({ member, type }) =>
      `The type of "${member}" is stated as ${type}, but the syntax block shows another; the stated one was used.`,
    cause: 'One of the two places is out of date.',
    fix: 'Find out which is right, and correct the page or set the type with an override.',
    wording: ({ member }) => `Make the type of "${member}" and the syntax block say the same.`,
  }),
  'place-disagrees': define<{ member: string; shown: string }>({
    severity: 'warning',
    title: 'Section and syntax block disagree about a place',
    message: ({ member, shown }) =>
      `"${member}" is described in a section for other members: the syntax block shows it as ${shown}, which was used.`,
    cause: 'The item stands in the wrong section, or the syntax block is out of date.',
    fix: 'Correct the page, or set `location` with an override.',
    wording: ({ member }) => `Move the item of "${member}" to the section that its place belongs to.`,
  }),
  'shape-member-not-described': define<{ shape: string; member: string }>({
    severity: 'warning',
    title: 'Member of a type shown but not described',
    message: ({ shape, member }) =>
      `A syntax block shows "${member}" within ${shape}, but the page of ${shape} does not describe it; it is not in the model.`,
    cause: 'The page of the type is older than the page of the operation, or the head of its item is broken.',
    fix: 'Correct the page of the type, or add the member with an override.',
    wording: ({ shape, member }) => `Add an item for "${member}" to the page of ${shape}.`,
  }),
  'shape-member-not-shown': define<{ shape: string; member: string }>({
    severity: 'warning',
    title: 'Member of a type described but not shown',
    message: ({ shape, member }) =>
      `The page of ${shape} describes "${member}", but a syntax block that shows ${shape} leaves it out; it is in the model.`,
    cause:
      'The page of the operation is older than the page of the type, or one of them spells the name differently.',
    fix: 'Correct the syntax block, or remove or rename the member with an override.',
    wording: ({ shape, member }) => `Add "${member}" where the syntax block shows ${shape}.`,
  }),
  'label-not-in-path': define<{ member: string; uri: string }>({
    severity: 'error',
    title: 'Label not in the path',
    message: ({ member, uri }) =>
      `"${member}" is documented as a URI parameter, but stands nowhere in ${uri}.`,
    cause: 'The name is spelled differently in the path, or the parameter travels in a header or the query.',
    fix: 'Correct the page, or set the URI with an override.',
    wording: ({ member }) => `Show "${member}" in the path of the request syntax.`,
  }),
  'status-disagrees': define<{ shown: number; said: number }>({
    severity: 'warning',
    title: 'Two statuses of success',
    message: ({ shown, said }) =>
      `The response syntax shows status ${shown}, a sentence says ${said}; the shown one was used.`,
    cause: 'One of the two places is out of date.',
    fix: 'Correct the page, or set the status with an override.',
    wording: ({ shown, said }) => `Write one status in both places: ${shown} or ${said}.`,
  }),
  'error-repeated': define<{ error: string }>({
    severity: 'warning',
    title: 'Error listed twice',
    message: ({ error }) => `The error ${error} is listed a second time.`,
    cause: 'The list has the item twice.',
    fix: 'Correct the page.',
    wording: ({ error }) => `List ${error} once; if the two descriptions differ, join them.`,
  }),
  'error-status-disagrees': define<{ error: string; one: number; other: number }>({
    severity: 'warning',
    title: 'Error with two statuses',
    message: ({ error, one, other }) =>
      `${error} has status ${other} here and ${one} elsewhere; ${one} was used.`,
    cause: 'One of the pages is wrong.',
    fix: 'Correct the page, or set the status with an override.',
    wording: ({ error, one, other }) => `Give ${error} one status on all pages: ${one} or ${other}.`,
  }),
  'error-members-disagree': define<{ error: string; missing: readonly string[]; added: readonly string[] }>({
    severity: 'note',
    title: 'Error with other members elsewhere',
    message: ({ error, missing, added }) =>
      [
        `${error} is listed with other members by another operation:`,
        ...(missing.length > 0 ? [`here without ${missing.join(', ')}`] : []),
        ...(added.length > 0 ? [`here with ${added.join(', ')}`] : []),
      ].join(' '),
    cause: 'One of the pages is out of date, or the head of an item is broken.',
    fix: 'Nothing: the model has the members of all pages. Correct the page that lacks them.',
    wording: ({ error }) => `List the same members of ${error} on all pages.`,
  }),
  'shape-repeated': define<{ shape: string }>({
    severity: 'warning',
    title: 'Type described twice',
    message: ({ shape }) => `A second page describes the type ${shape}; the first one was used.`,
    cause: 'The pages hold two versions or forms of the same page.',
    fix: 'Leave one of the two out.',
  }),
  'reference-unresolved': define<{ shape: string; shown: boolean }>({
    severity: 'warning',
    title: 'Type without a page',
    message: ({ shape, shown }) =>
      `The type ${shape} is referred to, but no page describes it; it is taken as ${shown ? 'what a syntax block shows of it' : 'a structure without known members'}.`,
    cause: 'The page of the type is not among the pages.',
    fix: 'Add the page, or describe the type with an override.',
    wording: ({ shape }) => `Publish a page for the type ${shape}.`,
  }),
  'shape-unreferenced': define<{ shape: string }>({
    severity: 'note',
    title: 'Type that nothing refers to',
    message: ({ shape }) => `No operation and no other type refers to ${shape}.`,
    cause: 'The pages that refer to it are not among the pages, or the type is no longer used.',
    fix: 'Nothing, or leave the page out.',
  }),
  'operation-repeated': define<{ operation: string }>({
    severity: 'note',
    title: 'Operation described twice',
    message: ({ operation }) => `Another page describes ${operation} more fully; this one adds no facts.`,
    cause: 'The pages hold two versions or forms of the same page.',
    fix: 'Leave one of the two out, or compare the disagreements that are reported beside this.',
  }),
  'pages-disagree': define<{ member: string; instead?: string }>({
    severity: 'warning',
    title: 'Two pages disagree about a member',
    message: ({ member, instead }) =>
      instead === undefined
        ? `This page describes "${member}", the other page about the same operation does not; it is not in the model.`
        : `This page calls it "${member}", the other page about the same operation "${instead}"; "${instead}" was used.`,
    cause: 'One of the pages is out of date or misspells the name.',
    fix: 'Find out what the service understands; leave the wrong page out, or rename the member with an override.',
    wording: ({ member, instead }) =>
      instead === undefined
        ? `Describe "${member}" on both pages or on none.`
        : `Write "${instead}" in place of "${member}".`,
  }),
  'name-case-differs': define<{ name: string; other: string }>({
    severity: 'warning',
    title: 'Names that differ only by case',
    message: ({ name, other }) =>
      `"${name}" is called "${other}" elsewhere in this service; both were kept as they stand.`,
    cause: 'One of the places misspells the name: names on the wire are case sensitive.',
    fix: 'Find out what the service understands, and rename the wrong one with an override.',
    wording: ({ name, other }) => `Write "${other}" in place of "${name}".`,
  }),
  'timestamp-format-inferred': define<{ member: string }>({
    severity: 'note',
    title: 'Format of a timestamp inferred',
    message: ({ member }) =>
      `The description of "${member}" speaks of ISO 8601; it is written as such a string, and not as a number of seconds.`,
    cause: 'No syntax block shows the timestamp, so its description decides.',
    fix: 'Set the format with an override where the service writes it otherwise.',
  }),
  'parameter-unmatched': define<{ description: string }>({
    severity: 'note',
    title: 'Parameter without a name',
    message: ({ description }) => `No described member fits the parameter "${shorten(description)}".`,
    cause:
      'The page describes parameters without their names, and this description is worded differently elsewhere.',
    fix: 'Nothing is lost: the fuller page states the members.',
  }),
  'operation-unnamed': define<{ name: string; request: string }>({
    severity: 'warning',
    title: 'Operation without a name',
    message: ({ name, request }) => `No page names the operation behind ${request}; it is called ${name}.`,
    cause:
      'The page shows method and address only, and the page that names the operation is not among the pages.',
    fix: "Add the operation's reference page, or rename the operation with an override.",
  }),
  'service-unknown': define<{ id: string; similar: readonly string[] }>({
    severity: 'warning',
    title: 'Service not in the catalogue',
    message: ({ id, similar }) =>
      `The service catalogue does not know "${id}"${similar.length > 0 ? ` (similar: ${similar.slice(0, 3).join(', ')})` : ''}: nothing says where its requests go and how they are signed, and clients have to be told.`,
    cause: 'The pages link to no service that the catalogue holds.',
    fix: 'Write `service: "finspace-2020-07-13"`, or whatever its id in the catalogue is, for the service in the configuration; for an API of another vendor write `ecosystem: "http"` with `server` and `auth`.',
  }),
  'protocol-unknown': define<{ service: string; protocol: string }>({
    severity: 'error',
    title: 'Protocol not supported',
    message: ({ service, protocol }) =>
      `The service ${service} speaks ${protocol}, which has no implementation; no SDK can be made of it.`,
    cause: 'The catalogue names a protocol that docwright does not speak.',
    fix: '`inspect` still shows the model; for an SDK a protocol has to be added.',
  }),
  'protocol-inferred': define<{ protocol: string }>({
    severity: 'warning',
    title: 'Protocol inferred',
    message: ({ protocol }) => `No source names the protocol; the request syntax looks like ${protocol}.`,
    cause: 'The service is not in the catalogue.',
    fix: 'Write `protocol: "restJson1"`, or another protocol, for the service in the configuration.',
  }),
  'feature-unsupported': define<{ protocol: string; feature: string; operation: string }>({
    severity: 'warning',
    title: 'The protocol cannot carry it',
    message: ({ protocol, feature, operation }) =>
      `${operation} needs \`${feature}\`, which the protocol ${protocol} cannot carry; calls will differ from what the page says.`,
    cause: 'The pages state something that only other protocols have, or the wrong protocol is named.',
    fix: 'Name the protocol that the service speaks with `protocol` in the configuration, or correct the page.',
  }),
  'protocols-tie': define<{ service: string; protocols: readonly string[] }>({
    severity: 'warning',
    title: 'Two protocols fit',
    message: ({ service, protocols }) =>
      `More than one protocol says that it speaks for ${service}: ${protocols.join(', ')}; the first one was used.`,
    cause: 'A plug-in adds a protocol that does not look at what the service says closely enough.',
    fix: 'Name the protocol with `protocol` in the configuration.',
  }),
  'server-unknown': define<{ service: string }>({
    severity: 'warning',
    title: 'No page says where requests go',
    message: ({ service }) => `No page of ${service} states a base URL; clients have to be given one.`,
    cause: 'The page with the base URL is not among the pages, or says it in a way that is not understood.',
    fix: 'Add the page, or write `server: "https://..."` for the service in the configuration.',
  }),
  'auth-unknown': define<{ service: string }>({
    severity: 'warning',
    title: 'No page says how callers show who they are',
    message: ({ service }) => `No page of ${service} states an auth scheme; clients have to be given one.`,
    cause:
      'The page about authentication is not among the pages, or says it in a way that is not understood.',
    fix: 'Add the page, or write `auth: [{ scheme: "bearer" }]`, or `auth: []` for none, in the configuration.',
  }),
  'auth-scheme-unknown': define<{ name: string; scheme: string; known: readonly string[] }>({
    severity: 'error',
    title: 'Auth scheme not known',
    message: ({ name, scheme, known }) =>
      `The auth "${name}" is of the scheme "${scheme}", which is not known; expected one of ${known.join(', ')}.`,
    cause: 'The configuration or a plug-in names a scheme that nothing implements.',
    fix: 'Name one of the schemes in the configuration, or add the plug-in that has it.',
  }),
  'auth-options': define<{ name: string; scheme: string; problem: string }>({
    severity: 'error',
    title: 'Auth scheme lacks something',
    message: ({ name, scheme, problem }) =>
      `The auth "${name}" of the scheme "${scheme}" cannot be used: ${problem}.`,
    cause: 'The pages or the configuration do not say all that the scheme needs to know.',
    fix: 'Write the options with `auth` in the configuration.',
  }),
  'operation-without-request': define<{ operation: string }>({
    severity: 'error',
    title: 'Operation without method and path',
    message: ({ operation }) => `No page shows method and path of ${operation}; POST /${operation} is used.`,
    cause: 'The request syntax is missing from the page, or was not understood.',
    fix: 'Correct the page, or set method and URI with an override.',
  }),
  'target-prefix-unknown': define<{ service: string }>({
    severity: 'warning',
    title: 'Target prefix not known',
    message: ({ service }) =>
      `Nothing says what stands before an operation's name in the header that selects it; the service's id "${service}" is used.`,
    cause: 'Pages do not show the header, and the service is not in the catalogue.',
    fix: "Name the service's id with `service` in the configuration.",
  }),
} as const;

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);
