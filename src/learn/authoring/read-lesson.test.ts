import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PAGE_LINK } from '../../view/link/page-format';
import { LESSONS } from '../catalogue';
import { LessonError } from './problems';
import { lessonText, readLesson } from './read-lesson';

const EXAMPLE = readFileSync('public/lessons/example.json', 'utf8');

function problemsOf(text: string): readonly string[] {
  try {
    readLesson(text);
  } catch (error) {
    if (error instanceof LessonError) return error.problems;
    throw error;
  }
  return [];
}

/** What is said of the example with one text of it changed. */
const changed = (from: string, to: string) => {
  expect(EXAMPLE).toContain(from);
  return problemsOf(EXAMPLE.replace(from, to));
};

test('the example is read, field by field', () => {
  const lesson = readLesson(EXAMPLE);
  expect(lesson).toMatchObject({ id: 'own/thick-and-thin', number: null });
  expect(lesson.steps.map(({ id }) => id)).toEqual(['one', 'more-ink', 'first-output']);
  expect(PAGE_LINK.decode(lesson.start).state.draw).toEqual([]);
});

test('every lesson of the page is a file that is read the same', () => {
  for (const shipped of LESSONS) {
    const { number: _, ...lesson } = shipped.lesson();
    const read = readLesson(JSON.stringify({ mtSpikeLesson: 1, ...lesson }));
    expect(read).toEqual({ ...lesson, id: `own/${lesson.id}`, number: null });
  }
});

test('HTML in a text stays the text that it is', () => {
  const html = '<img src=x onerror=alert(1)>';
  const { title } = readLesson(EXAMPLE.replace('"Thick and thin"', JSON.stringify(html)));
  expect(title).toBe(html);
});

test.each([
  ['"title": "Thick and thin",', '', 'Line 1, the field "title" is missing.'],
  ['"title"', '"titel"', 'Line 4, the field "titel" is unknown: did you mean "title"?'],
  ['"light": "pad"', '"light": 7', 'Line 11, steps › 1 › light: it must be one of'],
  [
    '"is": "drawn"',
    '"is": "drown"',
    'steps › 1 › done › of › 1 › is: there is no condition "drown": did you mean "drawn"?',
  ],
  [
    '"least": 1',
    '"least": "one"',
    'of › 1 › least: it must be a whole number from 1 to 1000, not "one".',
  ],
  ['"class": 1', '"klass": 1', 'the field "klass" is unknown: did you mean "class"?'],
  ['"act": "clear"', '"act": "<b>"', 'there is no act "<b>"'],
  [
    '{ "act": "select-place", "place": 1 }',
    '{ "act": "select-place" }',
    '"select-place" needs the field "place".',
  ],
  [
    '"start": "v=1',
    '"start": "v=7',
    'start: it is no link of this page. This link was made by another version',
  ],
  ['"right": true', '"right": 1', 'right: it must be true, or left out, not 1.'],
  [', "right": true', '', 'question › choices: none of the choices has "right": true.'],
  ['"id": "more-ink"', '"id": "one"', 'another step has the id "one".'],
  ['"claim": "', '"claim": "x", "claim": "', '"claim" is there twice.'],
  [
    '"mtSpikeLesson": 1',
    '"mtSpikeLesson": 2',
    'mtSpikeLesson: it must be 1, the version of the format, not 2.',
  ],
  ['"id": "thick-and-thin",', '"id": "thick-and-thin"', 'this is no valid JSON (comma expected).'],
  ['"id": "thick-and-thin",', '"id": "thick-and-thin", // no', 'this is no valid JSON'],
])('%s in place of %s: its line and its field', (from, to, says) => {
  const problems = changed(from, to);
  expect(problems.join('\n')).toContain(says);
  expect(problems[0]).toMatch(/^Line \d+, /);
});

test('the line is that of the field, and of many faults the first are told', () => {
  const line = EXAMPLE.slice(0, EXAMPLE.indexOf('"is": "selected-place"')).split('\n').length;
  expect(changed('"is": "selected-place"', '"is": "x"')[0]).toContain(`Line ${line}, `);
  const many = problemsOf(EXAMPLE.replaceAll('"is":', '"iz":').replaceAll('"act":', '"akt":'));
  expect(many).toHaveLength(7);
  expect(many[6]).toMatch(/^And \d+ more\.$/);
});

test('what is no lesson at all is answered in a sentence', async () => {
  expect(problemsOf('')).toHaveLength(1);
  expect(problemsOf('[]')).toEqual(['Line 1: a lesson is a record { … }.']);
  expect(problemsOf('null')).toHaveLength(1);
  expect(problemsOf('{"__proto__": 1}').join()).toContain('"__proto__" is unknown');
  expect(problemsOf('['.repeat(200_000))).toHaveLength(1);
  const deep = '{"is":"not","of":['.repeat(10) + ']}'.repeat(10);
  expect(changed('{ "is": "selected-place", "place": 1 }', deep).join()).toContain(
    '6 deep at most',
  );
  await expect(lessonText(new Blob([new Uint8Array(10_000_000)]))).rejects.toThrow(
    'The file has 10 MB: a lesson has at most 1 MB.',
  );
  await expect(lessonText(new Blob([Uint8Array.of(0xff, 0xfe)]))).rejects.toThrow(
    'no text in UTF-8',
  );
});

test('whatever is in a file, it is a lesson or has sentences that say why it is none', () => {
  const spoilt = fc
    .tuple(fc.nat(EXAMPLE.length), fc.nat(30), fc.oneof(fc.string(), fc.json()))
    .map(([at, cut, put]) => EXAMPLE.slice(0, at) + put + EXAMPLE.slice(at + cut));
  fc.assert(
    fc.property(fc.oneof(spoilt, fc.json(), fc.string()), (text) => {
      for (const problem of problemsOf(text)) expect(problem).toMatch(/^(Line \d+|And \d+ more)/);
    }),
    { numRuns: 400 },
  );
});
