import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMessage } from './messages';

const whyOf = (data: unknown) => {
  const got = readMessage(data);
  return got.message === null && got.ours ? got.why : null;
};

it('reads what a host may say, and no more of it than that', () => {
  expect(readMessage({ type: 'mtspike:get', v: 1 })).toEqual({ message: { type: 'mtspike:get' } });
  expect(readMessage({ type: 'mtspike:set', v: 1, id: 7, link: 'v=1&k=2', more: {} })).toEqual({
    message: { type: 'mtspike:set', id: 7, link: 'v=1&k=2' },
  });
  // How high the page is may be asked without a version: it is all that a host without a name can ask.
  expect(readMessage({ type: 'mtspike:get-height' })).toEqual({
    message: { type: 'mtspike:get-height' },
  });
});

it('says in a sentence what is wrong with a message, and whose answer that is', () => {
  expect(whyOf({ type: 'mtspike:get' })).toContain('v of a message must be 1');
  expect(whyOf({ type: 'mtspike:get', v: '1' })).toContain('v of a message must be 1');
  expect(whyOf({ type: 'mtspike:paint', v: 1 })).toContain('"mtspike:paint" is no message');
  expect(whyOf({ type: 'mtspike:set', v: 1 })).toContain('must be a text');
  expect(whyOf({ type: 'mtspike:set', v: 1, link: 5 })).toContain('must be a text');
  expect(whyOf({ type: 'mtspike:get', v: 1, id: 'x'.repeat(101) })).toContain('id of a message');
  const large = { type: 'mtspike:set', v: 1, id: 'a', link: 'x'.repeat(1e7) };
  expect(whyOf(large)).toContain('at most 100,000 characters');
  expect(readMessage(large)).toMatchObject({ id: 'a' });
  // What is said of a foreign type is short, and of characters that can be seen.
  expect(whyOf({ type: `mtspike:${'\u0000'.repeat(1e6)}`, v: 1 })!.length).toBeLessThan(200);
});

it('takes no notice of what others say', () => {
  for (const data of [
    undefined,
    null,
    7,
    'mtspike:get',
    [],
    { type: 7 },
    { type: 'resize' },
    new Map(),
  ])
    expect(readMessage(data)).toEqual({ message: null, ours: false });
});

it('never throws, whatever comes, and lets nothing pass that is not as documented', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
  });
  const near = fc.record(
    {
      type: fc.oneof(
        fc.constantFrom('mtspike:get', 'mtspike:set', 'mtspike:get-height', 'mtspike:'),
        anything,
      ),
      v: fc.oneof(fc.constant(1), anything),
      id: anything,
      link: fc.oneof(fc.string(), anything),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(anything, near), (data) => {
      const { message, ...rest } = readMessage(data);
      if (message === null) return;
      const said = data as Record<string, unknown>;
      expect(rest).toEqual({});
      expect(message.type).toBe(said['type']);
      if (message.type === 'mtspike:get-height') return;
      expect(said['v']).toBe(1);
      expect(['undefined', 'string', 'number']).toContain(typeof message.id);
      if (message.type === 'mtspike:set') expect(typeof message.link).toBe('string');
    }),
    { numRuns: 2000 },
  );
});
