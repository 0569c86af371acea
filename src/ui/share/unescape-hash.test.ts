import { expect, it } from 'vitest';
import { withHash } from './unescape-hash';
import { PAGE_LINK } from '../../view/link/page-format';

it('puts a link that was taken for a path or a query behind the # again', () => {
  expect(withHash('/%23v=1&layers=20-10', '')).toBe('/#v=1&layers=20-10');
  expect(withHash('/p/index.html%23v=1&k=2', '')).toBe('/p/index.html#v=1&k=2');
  expect(withHash('/p/', '?engine=cpu%23v=1&k=2')).toBe('/p/?engine=cpu#v=1&k=2');
  for (const [path, search] of [
    ['/p/%23v%3D1%26layers%3D20-10', ''],
    ['/p/%2523v%253D1%2526layers%253D20-10', ''],
    ['/p/%23v=1&layers=20-10', '?utm_source=chat'],
    ['/p/%23/v=1&layers=20-10', ''],
  ] as const) {
    const [before, hash] = withHash(path, search)!.split('#');
    expect(before).toBe('/p/');
    expect(PAGE_LINK.decode(hash!)).toMatchObject({ problem: null, state: { layers: [20, 10] } });
  }
  expect(withHash('/p/', '?engine=cpu')).toBeNull();
  expect(withHash('/%23chapter-3', '')).toBeNull();
});
