/**
 * What an address may have been before a chat, a mail or a form went over it: a `&` spelled `&amp;`, a bracket or a full stop
 * that followed it, characters nobody sees, a line break, everything escaped once more, parameters by which sites count visitors.
 * Nothing is decided here: whoever reads the candidates takes the first that is a whole link.
 */

/** A pattern over bytes as an address writes them (`%20`), however often they were escaped again (`%2520`). */
const escaped = (bytes: string): string => bytes.replaceAll('%', '%(?:25)*');

/** What gets into an address without being seen: zero-width and directional marks, soft hyphen, byte order mark. */
const UNSEEN = new RegExp(
  `[\\u00ad\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff]|${escaped(
    '%C2%AD|%E2%80%(?:8[BEF]|A[A-E])|%E2%81%A[0-4]|%EF%BB%BF',
  )}`,
  'gi',
);
/** Joiners: unseen, but part of some scripts' letters and of emoji, so that the name of a data set may have them. */
const JOINERS = new RegExp(`[\\u200c\\u200d]|${escaped('%E2%80%8[CD]')}`, 'gi');
/** Line breaks, and backslashes, which some editors put before characters with a meaning of their own; a link has none of either. */
const BREAK = `[\\r\\n\\t\\\\]|${escaped('%0[9AD]')}`;
const BREAKS = new RegExp(BREAK, 'gi');
const A_SPACE = `[ +]|${escaped('%20')}`;
/** What mails put before each line that they quote, spelled in one way: a name of data may have the same sign spelled in another. */
const quoting = (mark: string): string => `(?:${A_SPACE})?(?:${mark})+(?:${A_SPACE})?`;
const MARK = `>|${escaped('%3E')}`;
const QUOTED_LINE = new RegExp(`(?:${BREAK})+(?:${A_SPACE})?(?:(?:${MARK})+(?:${A_SPACE})?)`, 'gi');
const MARKS = new RegExp(MARK, 'gi');
const QUOTED = new RegExp(quoting(MARK), 'gi');
const SPACE = new RegExp(A_SPACE, 'gi');
const AMPERSAND = /&(?:(?:amp|#38|#x26)(?:;|%3B))+/gi;
/** Whatever stands before the version. */
const BEFORE = /^[^&=]*?(?<![a-z])(?=v=\d)/;
/** None of these stands in a link unescaped: from the first of them on, nothing is of the link. */
const AFTER = /[?#<>"`{}|^[\]].*$/;
/** The end of an address, where what follows it in a sentence sticks to it. */
const LAST = /(?:%[0-9a-f]{2}|[^A-Za-z0-9])$/i;
/** Parameters by which sites count visitors. */
const COUNTED = /^(?:utm_\w+|mtm_\w+|pk_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|ref|si)$/i;
const KEY = /(?:^|&)(\w+)=/g;

/** How many times over an address may have been escaped. */
const LEVELS = 3;
/** Spaces and quoting marks that are tried one by one, and characters at the end. */
const MOST_SPACES = 40;
const MOST_TAIL = 12;

/** Escapes undone once, as far as they are any. */
function unescaped(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

/**
 * The text without line breaks, and without the quoting marks of mails: those at breaks; then, where spaces have taken the places of
 * breaks, all that are spelled in one way, any one, all. A `>` of the link itself is spelled in one way, and stays in one of these.
 */
function* unquoted(text: string): Generator<string> {
  const joined = text.replace(BREAKS, '');
  yield joined;
  const lines = text.replace(QUOTED_LINE, '').replace(BREAKS, '');
  if (lines !== joined) yield lines;
  for (const whole of new Set([lines, joined])) {
    for (const mark of new Set(whole.match(MARKS))) {
      yield whole.replaceAll(new RegExp(quoting(mark), 'g'), '');
    }
    yield* withoutOne(whole, QUOTED);
    if (whole.search(QUOTED) >= 0) yield whole.replace(QUOTED, '');
  }
}

/** The text without any one of what is found, where that is not too often. */
function* withoutOne(text: string, pattern: RegExp): Generator<string> {
  const found = [...text.matchAll(pattern)];
  if (found.length > MOST_SPACES) return;
  for (const { 0: part, index } of found) {
    yield text.slice(0, index) + text.slice(index + part.length);
  }
}

/** The text without unseen characters; then also without spaces, which may have taken a line break's place: all, or any one. */
function* unbroken(text: string): Generator<string> {
  for (const whole of unquoted(text.replace(UNSEEN, ''))) {
    yield whole;
    if (whole.search(SPACE) >= 0) yield whole.replace(SPACE, '');
    yield* withoutOne(whole, SPACE);
  }
  if (text.search(JOINERS) >= 0) yield* unbroken(text.replace(JOINERS, ''));
}

/** The text, and what it is after undoing escapes once, twice ... */
function* levels(text: string): Generator<string> {
  let level = text;
  for (let n = 0; n <= LEVELS; n++) {
    yield level;
    const next = unescaped(level);
    if (next === level) return;
    level = next;
  }
}

function* withoutTail(text: string): Generator<string> {
  let rest = text;
  for (let n = 0; n <= MOST_TAIL; n++) {
    yield rest;
    const shorter = rest.replace(LAST, '');
    if (shorter === rest) return;
    rest = shorter;
  }
}

const keys = (text: string): string[] => [...text.matchAll(KEY)].map(([, key]) => key!);

/**
 * Candidates for what follows the # of an address that is no link as it stands, the likeliest first.
 * @param known whether a link may speak of a key
 */
export function* mended(body: string, known: (key: string) => boolean): Generator<string> {
  const count = (text: string) => keys(text).filter(known).length;
  for (const whole of unbroken(body)) {
    for (const level of levels(whole)) {
      const plain = level.replace(AMPERSAND, '&').replace(BEFORE, '');
      const own = plain.replace(AFTER, '');
      // Without a check sum nothing tells whether what was taken away belonged to the link: then only what cannot belong to it is.
      const sure = keys(own).includes('c');
      if (!sure && count(own) < count(plain)) continue;
      const parts = own.split('&').filter((part) => {
        const [key = ''] = keys(part);
        return known(key) || !(sure || COUNTED.test(key));
      });
      yield* withoutTail(parts.join('&'));
    }
  }
}
