import { expect, test } from 'vitest';
import { pictureClasses } from './picture-classes';

test('a folder a class: by name, or by number where all are numbers', () => {
  const named = pictureClasses(['set/smile/a.png', 'set/frown/b.png', 'set/smile/c_9.jpg']);
  expect(named).toEqual({
    labels: Uint8Array.of(1, 0, 1),
    halves: ['train', 'train', 'train'],
    classNames: ['frown', 'smile'],
  });
  const numbers = pictureClasses(['7/a.png', '3/b.png', '10/c.png']);
  expect(numbers).toEqual({ labels: Uint8Array.of(7, 3, 10), halves: ['train', 'train', 'train'] });
});

test('folders called train and test are the halves, whatever lies in them', () => {
  const paths = ['mnist/training/0/a.png', 'mnist/testing/0/b.png', 'mnist/testing/1/c.png'];
  expect(pictureClasses(paths)).toMatchObject({ halves: ['train', 'test', 'test'] });
  expect(pictureClasses(['train/a_x.png', 'test/b_y.png'])).toEqual({
    labels: Uint8Array.of(0, 1),
    halves: ['train', 'test'],
    classNames: ['x', 'y'],
  });
  // With test pictures alone there is nothing to train on.
  const alone = pictureClasses(['test-set/0/a.png', 'test-set/1/b.png']);
  expect(alone.halves).toEqual(['train', 'train']);
});

test('without folders the last word of the name is the class, and what has none is named', () => {
  expect(pictureClasses(['scan_1_7.png', 'scan_2_3.png']).labels).toEqual(Uint8Array.of(7, 3));
  expect(pictureClasses(['one/a_b10.png', 'one/a_b2.png']).classNames).toEqual(['b2', 'b10']);
  expect(() => pictureClasses(['a_7.png', 'holiday.png'])).toThrow(
    'holiday.png does not say its class: put pictures into a folder a class, or call them NAME_CLASS.png (scan12_7.png).',
  );
});

test('too few classes, too many, or one that is not known: a sentence', () => {
  const many = Array.from({ length: 65 }, (_, n) => `c${n}/a.png`);
  expect(() => pictureClasses(many)).toThrow(
    'The pictures are of 65 classes, but there must be 2 to 64',
  );
  expect(() => pictureClasses(['a_x.png', 'b_x.png'])).toThrow('of 1 class, but');
  const known = ['smile', 'frown'];
  expect(pictureClasses(['smile/a.png', 'frown/b.png'], known).labels).toEqual(Uint8Array.of(0, 1));
  expect(() => pictureClasses(['smile/a.png', 'grin/b.png'], known)).toThrow(
    'A picture is of class "grin", but the network knows smile, frown.',
  );
});
