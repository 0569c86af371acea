import { expect, test } from 'vitest';
import { className, shortClassName } from './class-names';

const shortOf = (...classNames: string[]): string[] => {
  const spec = { classNames, layers: [5, classNames.length] };
  return classNames.map((_, c) => shortClassName(spec, c));
};

test('a name is short where there is room for two digits', () => {
  expect(shortOf('A', 'bé', 'smiley')).toEqual(['A', 'bé', 's…']);
});

test('names that begin alike are told apart', () => {
  expect(shortOf('cross', 'circle', 'triangle')).toEqual(['cr', 'ci', 't…']);
  expect(shortOf('left up', 'left down', 'right')).toEqual(['lu', 'ld', 'r…']);
  // One that another begins with has no letter of its own.
  expect(shortOf('sun', 'sunny')).toEqual(['s…', 'sn']);
  expect(shortOf('same', 'same')).toEqual(['s…', 's…']);
});

test('names that are not as many as the classes do not count', () => {
  expect(className({ classNames: ['one'], layers: [5, 3] }, 2)).toBe('2');
  expect(shortClassName({ layers: [5, 12] }, 11)).toBe('11');
});
