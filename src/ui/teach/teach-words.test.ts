import { expect, it } from 'vitest';
import { addClass, addExample, NOTHING_TAUGHT, type Taught } from '../../data/taught/taught';
import { accuracyWords, countWords, keptWords, resultWords, sinceWords } from './teach-words';

function drawings(count: number): Taught {
  let all = addClass(addClass(NOTHING_TAUGHT));
  for (const { id } of all.classes)
    for (let n = 0; n < count; n++)
      all = addExample(all, id, { strokes: null, image: new Uint8Array(784) });
  return all;
}

it('says what the accuracy means: with few drawings nothing of new ones', () => {
  const told = { accuracy: 0.75, images: 4 };
  expect(resultWords(drawings(5), 640, told)).toBe(
    'Learned from 10 drawings in 0.6 s. Draw a new one to see how it reads.',
  );
  expect(accuracyWords(drawings(9))).toContain('says little of new ones');
  expect(resultWords(drawings(10), 640, told)).toBe(
    'Learned from 16 drawings in 0.6 s. Of 4 drawings that it has not learned from it reads 3 rightly.',
  );
  expect(accuracyWords(drawings(10))).toContain('kept out of training');
  expect(sinceWords({ right: 0, of: 0 })).toBe('');
  expect(sinceWords({ right: 1, of: 1 })).toBe('Of 1 drawing added since, it had read 1 rightly.');
});

it('counts to five on the button of a class, and then says that it is enough', () => {
  expect([0, 4, 5, 12].map(countWords)).toEqual(['0/5', '4/5', '✓', '✓']);
});

it('says why drawings are not kept, and what to do', () => {
  expect(keptWords(null)).toContain('kept in this browser');
  expect(keptWords('the browser’s storage is full')).toBe(
    'The latest drawings are not kept because the browser’s storage is full: they last as long as this page. ' +
      'Save them as IDX files, or delete some; drawing goes on.',
  );
});
