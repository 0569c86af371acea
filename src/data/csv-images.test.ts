import { expect, test } from 'vitest';
import { readCsv } from './csv-images';

const csv = (text: string) => readCsv(new TextEncoder().encode(text), 'mine.csv');

test('a label and the pixels, with names above the columns or none', () => {
  for (const head of ['', 'label,pixel0,pixel1,pixel2,pixel3\r\n', '\ufefflabel;"a";b;c;d\n']) {
    const rows = '7,0,255,3,4\r\n\r\n2,1,1,1,254\r\n';
    const { images, labels } = csv(head + (head.includes(';') ? rows.replaceAll(',', ';') : rows));
    expect(images).toMatchObject({ width: 2, height: 2, count: 2 });
    expect([...images.images]).toEqual([0, 255, 3, 4, 1, 1, 1, 254]);
    expect([...labels!]).toEqual([7, 2]);
  }
});

test('intensities from 0 to 1, and from 0 to 255 though the first images have none above 1', () => {
  expect([...csv('1,0,0.5,1,0.25\n').images.images]).toEqual([0, 128, 255, 64]);
  expect([...csv('1,0,1,1,0\n1,0,2,0,1e2').images.images]).toEqual([0, 1, 1, 0, 0, 2, 0, 100]);
});

test('the label in another column, by its name; pixels without labels', () => {
  expect([...csv('a,b,c,d,class\n1,2,3,4,9').labels!]).toEqual([9]);
  expect(csv('a,b,c,d\n1,2,3,4')).toMatchObject({ labels: null, images: { count: 1, width: 2 } });
});

test.each([
  ['a,b,c\n1,2,3', 'mine.csv, line 1: it has 3 columns, but must have a label and the pixels'],
  ['1,2,3,4,5\n\n1,2,3,4', 'mine.csv, line 3: it has 4 values, but line 1 has 5.'],
  ['1,2,3,4,5\n1,2,x,4,5', 'line 2: column 3 is "x", but a pixel is a number from 0 to 255'],
  ['1,2,3,4,256', 'line 1: column 5 is "256", but a pixel is'],
  ['1,2,3,4,-1', 'line 1: column 5 is "-1", but a pixel is'],
  ['l,a,b,c,d\n1.5,2,3,4,5', 'line 2: its label is "1.5", but must be a whole number'],
  ['l,a,b,c,d\n,2,3,4,5', 'line 2: its label is "", but must be'],
  ['label,a,b,c,d\n', 'names columns, but holds no images'],
  ['', 'mine.csv holds no lines.'],
])('%j is refused with its line', (text, words) => {
  expect(() => csv(text)).toThrow(words);
});
