/** Words that say at the head of a title what an operation does. */
const VERBS = new Set(
  (
    'abort accept acknowledge acquire activate add adjust allow analyse analyze append apply approve archive ' +
    'assign associate attach authenticate authorise authorize ban begin bootstrap broadcast browse buy calculate cancel capture ' +
    'check choose claim clear close collect combine compare complete compute conceal configure confirm connect consume convert create ' +
    'crosspost deactivate decline decode decrypt delete demote deny deploy deprecate deregister describe destroy detach determine ' +
    'disable disassociate discard disconnect dismiss dispatch distribute download duplicate edit embed enable encode encrypt enrol ' +
    'enroll ensure enumerate estimate evaluate execute expand expire explain export extend extract fetch fill finalise finalize ' +
    'find finish forget forward freeze generate get give grant handle hash hide identify ignore import increment initialise initialize ' +
    'initiate insert inspect install instantiate introspect invalidate invoke join keepalive kick kill launch leave list login ' +
    'logout lookup make manage manually merge migrate modify monitor mute obtain open overwrite parse peek perform pin populate ' +
    'prepare promote provide provision publicize publish push put query reactivate read rebuild recalculate receive recover redeem ' +
    'redeliver redo refresh regenerate register reindex reject reload remove rename render renew reopen reorder replace request rerun ' +
    'reschedule resend resize resolve restart restore resubmit resume retrieve retry revert revoke rewrap rollback rotate save ' +
    'search see select send show simulate skip submit subscribe suspend sync synchronise synchronize take test toggle track transform ' +
    'translate transmit unarchive unassign unban unbind unblock undelete undo unfavourite unfeature unfollow unfreeze uninstall ' +
    'unlink unlock unmark unmount unmute unpause unpin unpublish unregister unseal unset unshare unsilence unstar unsubscribe ' +
    'unsuspend unwatch unwrap upload upsert validate verify view void watch withdraw write'
  ).split(' '),
);

/** Nouns as often as verbs: at the head of what is only read they are nouns, unless an article follows. */
const NOUNS_TOO = new Set(
  (
    'access answer batch bind block book boost break build bulk burn change charge clone commit copy count debit embed end exchange exit feature fire ' +
    'flush follow force hold index invite issue link load lock log map mark mint mount move notify order pair patch pause pay place play ' +
    'poll post preview print process prune pull purchase queue quote refund release report reserve reset respond return ' +
    'review roll run scale schedule seal sell set share sign snapshot sort spend split stake star start step stop store stream swap switch tag ' +
    'tidy trade transfer trigger trim tune turn update upgrade use vote wake wrap'
  ).split(' '),
);

const ARTICLE = /^(?:an?|the|all|any|your|my|this|one|single|multiple|several|every|each)$/i;

/** The verb at the head of a title, in its plain form: `listing` is `list`. Undefined where there is none. */
export function leadingVerb(
  [first = '', second = '']: readonly string[],
  isRead: boolean,
): string | undefined {
  const word = first.toLowerCase();
  const article = ARTICLE.test(second);
  if (NOUNS_TOO.has(word)) return isRead && !article ? undefined : word;
  if (word === 're' || (article && STRONG.test(second) && !NEVER.test(word)))
    return verbFrom(word) ?? thirdPerson(word, true) ?? word;
  return verbFrom(word) ?? thirdPerson(word, article);
}

/** What stands before one of these is a verb, whichever it is: `Brew a pot`. */
const STRONG = /^(?:an?|the|your|my)$/i;
const NEVER = /^(?:about|all|both|for|from|how|in|is|of|on|to|what|when|why|with)$/;

/** A verb from its plain form or its gerund. */
export function verbFrom(text: string): string | undefined {
  const word = text.toLowerCase();
  if (VERBS.has(word)) return word;
  if (word.length < 6 || !word.endsWith('ing')) return undefined;
  const stem = word.slice(0, -3);
  return [stem, `${stem}e`, stem.slice(0, -1)].find((form) => VERBS.has(form));
}

/** `Lists all`, `Returns something`: of most verbs this is a noun as well, unless an article follows. */
function thirdPerson(word: string, article: boolean): string | undefined {
  if (/^(?:gets|returns)$/.test(word)) return 'get';
  if (!word.endsWith('s')) return undefined;
  if (!article && !/^(?:creates|deletes|fetches|removes|retrieves)$/.test(word)) return undefined;
  return [word.slice(0, -1), word.slice(0, -2)].find((form) => VERBS.has(form) || NOUNS_TOO.has(form));
}

/** What each method does, in the usual words; the plainest first. */
const USUAL: Readonly<Record<string, string>> = {
  GET: 'get read list retrieve fetch show view find lookup query search download check',
  HEAD: 'check head get',
  LIST: 'list',
  POST: 'create add new post insert register upload set write update configure store upsert generate',
  PUT: 'update replace set put create write add upload overwrite edit modify configure upsert store',
  PATCH: 'update modify edit patch change',
  DELETE: 'delete remove destroy clear cancel revoke reset disable unset',
};

/** Whether a verb says what a method does. */
export const suitsMethod = (verb: string, method: string): boolean =>
  USUAL[method]?.split(' ').includes(verb) === true;

/** Whether a verb says what one of the methods does. */
export const suitsAnyMethod = (verb: string): boolean =>
  Object.keys(USUAL).some((method) => suitsMethod(verb, method));

/** The verb for a method where no words have one. */
export const verbOfMethod = (method: string): string => USUAL[method]?.split(' ')[0] ?? method.toLowerCase();
