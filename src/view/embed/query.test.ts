import { expect, it } from 'vitest';
import { embedQuery, originIn, originOf } from './query';

it('takes an origin and nothing else for a host', () => {
  for (const [text, origin] of [
    ['https://course.example', 'https://course.example'],
    ['https://Course.Example/', 'https://course.example'],
    ['http://127.0.0.1:4661', 'http://127.0.0.1:4661'],
    ['https://course.example:443', 'https://course.example'],
  ] as const) {
    expect(originOf(text), text).toBe(origin);
  }
  for (const text of [
    '',
    '*',
    'null',
    'course.example',
    'https://course.example/page',
    'https://course.example?x',
    'https://course.example#x',
    'https://user:word@course.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///',
    'blob:https://course.example/1',
    `https://${'a'.repeat(400)}.example`,
  ]) {
    expect(originOf(text), text).toBeNull();
  }
});

it('takes the origin of an address with a path', () => {
  expect(originIn('https://course.example/week/3?x=1#y')).toBe('https://course.example');
  for (const text of ['course.example/a', 'file:///a', 'https://user:word@course.example/a']) {
    expect(originIn(text), text).toBeNull();
  }
});

it('says what of the address is not as it must be, and hears nobody then', () => {
  expect(embedQuery('?embed=spikes,input')).toEqual({ host: null, faults: [] });
  expect(embedQuery('?embed&host=https://a.example')).toEqual({
    host: 'https://a.example',
    faults: [],
  });
  const bad = embedQuery('?embed=rasters,spikes&host=course');
  expect(bad.host).toBeNull();
  expect(bad.faults).toEqual([
    'The address of this frame asks for "rasters", which is no panel of this page: those that can be embedded are input, samples, spikes, neuron, training.',
    'The address of this frame names "course" as its host, which is no origin such as https://course.example, so nothing is told to the page around, and nothing taken from it.',
  ]);
  const two = embedQuery('?embed&host=https://a.example&host=https://b.example');
  expect(two.host).toBeNull();
  expect(two.faults[0]).toContain('names 2 hosts and may name one');
  const long = embedQuery(`?embed=${'x'.repeat(1e5)}&host=${'y'.repeat(1e5)}`);
  for (const fault of long.faults) expect(fault.length).toBeLessThan(300);
});

it('tells a host that is not the page around, where the browser says which that is', () => {
  const asked = '?embed&host=https://a.example';
  expect(embedQuery(asked, 'https://a.example').faults).toEqual([]);
  expect(embedQuery(asked, 'null').faults).toEqual([]);
  const { host, faults } = embedQuery(asked, 'https://b.example');
  expect(host).toBeNull();
  const [fault] = faults;
  expect(fault).toContain('names https://a.example as its host');
  expect(fault).toContain('in a page of https://b.example');
});
