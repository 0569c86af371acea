/** A teacher's lesson: a JSON file with the fields of a lesson, checked one by one. Its texts are shown as text, whatever is in them. */
import { STAYS } from '../../session/link/link-format';
import { PAGE_LINK } from '../../view/link/page-format';
import { ACTS, type Act } from '../acts/table';
import { number, oneOf, whole } from '../args';
import { CONDITIONS, JOINS, type Condition, type Joined } from '../conditions/table';
import type { Choice, Hint, Lesson, Question, Step } from '../lesson';
import { TARGETS, type TargetName } from '../targets';
import { fieldsOf, inside, list, named, parse, plain, record, words, type Read } from './json-node';
import { createProblems, LessonError } from './problems';

/** Largest file, in bytes. */
const MOST_BYTES = 1_000_000;

/** Conditions within conditions. */
const MOST_DEPTH = 6;

const SENTENCE = 1000;

const single = named('is', CONDITIONS, 'condition');
const act = named('act', ACTS, 'act') as Read<Act>;

function conditionOf(depth: number): Read<Condition> {
  return (place, reader) => {
    const is = place.node.children?.find(({ children }) => children?.[0]?.value === 'is');
    const name = is?.children?.[1]?.value as unknown;
    if (typeof name !== 'string' || !Object.hasOwn(JOINS, name))
      return single(place, reader) as Condition | undefined;
    if (depth === 0) {
      reader.problems.add(
        place.node.offset,
        place.path,
        `conditions within conditions go ${MOST_DEPTH} deep at most.`,
      );
      return undefined;
    }
    return record<Joined>({
      is: plain(oneOf(Object.keys(JOINS) as Joined['is'][])),
      of: list(conditionOf(depth - 1), [1, 20]),
    } as never)(place, reader);
  };
}

const condition = conditionOf(MOST_DEPTH);

const hint = record<Hint>({ when: condition, say: words(SENTENCE) });

const target = plain(oneOf(Object.keys(TARGETS) as TargetName[]));

const step = record<Step>(
  {
    id: words(60),
    do: words(SENTENCE),
    light: target,
    sees: target,
    done: condition,
    seen: words(SENTENCE),
    hints: list(hint, [0, 20]),
    show: list(act, [0, 50]),
  },
  ['sees', 'seen', 'hints'],
);

const isTrue: Read<true> = (place, reader) =>
  plain({ must: 'true, or left out', read: (value) => value === true || undefined })(
    place,
    reader,
  ) as true | undefined;

const choice = record<Choice>({ say: words(SENTENCE), right: isTrue, because: words(SENTENCE) }, [
  'right',
  'because',
]);

const choices: Read<Choice[]> = (place, reader) => {
  const read = list(choice, [2, 10])(place, reader);
  if (!read || read.some(({ right }) => right)) return read;
  reader.problems.add(place.node.offset, place.path, 'none of the choices has "right": true.');
  return undefined;
};

const asked = { ask: words(SENTENCE), why: words(SENTENCE) };
const ANY = number(-1e9, 1e9);

/** With choices, or with a number. */
const question: Read<Question> = (place, reader) => {
  const isNumber = fieldsOf(place, { problems: createProblems('') }, null)?.has('number');
  return isNumber
    ? record<Extract<Question, { number: number }>>({
        ...asked,
        number: plain(ANY),
        within: plain(number(0, 1e9)),
      })(place, reader)
    : record<Extract<Question, { choices: unknown }>>({ ...asked, choices })(place, reader);
};

/** What follows the # of an address; a whole address is taken, too. */
const start: Read<string> = (place, reader) => {
  const written = plain({
    must: 'a text',
    read: (value) => (typeof value === 'string' ? value : undefined),
  })(place, reader);
  if (written === undefined) return undefined;
  const link = written.slice(written.indexOf('#') + 1);
  const { problem } = PAGE_LINK.decode(link, STAYS);
  if (problem === null) return link;
  reader.problems.add(place.node.offset, place.path, `it is no link of this page. ${problem}`);
  return undefined;
};

const id: Read<string> = (place, reader) =>
  plain({
    must: 'a name of small letters, digits and hyphens, at most 60',
    read: (value) =>
      typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,59}$/.test(value) ? value : undefined,
  })(place, reader);

type Written = { mtSpikeLesson: number } & Omit<Lesson, 'number'>;

const lesson = record<Written>({
  mtSpikeLesson: plain({ ...whole(1, 1), must: '1, the version of the format' }),
  id,
  title: words(120),
  claim: words(SENTENCE),
  start,
  steps: list(step, [1, 20]),
  question,
});

/** @throws LessonError with a sentence a fault, each with its line */
export function readLesson(text: string): Lesson {
  const problems = createProblems(text);
  const root = parse(text, problems);
  if (root.type !== 'object') throw new LessonError(['Line 1: a lesson is a record { … }.']);
  const place = { node: root, path: '' };
  const read = lesson(place, { problems });
  const steps = fieldsOf(place, { problems: createProblems('') }, null)?.get('steps');
  if (read && steps) {
    read.steps.forEach(({ id: name }, i) => {
      if (read.steps.findIndex((each) => each.id === name) < i)
        problems.add(
          steps.node.children![i]!.offset,
          inside(steps, String(i + 1), steps.node).path,
          `another step has the id "${name}".`,
        );
    });
  }
  problems.settle();
  const { mtSpikeLesson: _, ...rest } = read!;
  // Those of the page have their ids to themselves.
  return { ...rest, id: `own/${rest.id}`, number: null };
}

/** The text of a file. @throws LessonError where it is too large, or no text */
export async function lessonText(file: Blob): Promise<string> {
  if (file.size > MOST_BYTES) {
    const size = (file.size / 1e6).toPrecision(2);
    throw new LessonError([`The file has ${size} MB: a lesson has at most 1 MB.`]);
  }
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new LessonError(['The file is no text in UTF-8: save it as such in your editor.']);
  }
}
