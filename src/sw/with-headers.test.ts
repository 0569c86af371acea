import { expect, test } from 'vitest';
import { withHeaders } from './with-headers';

const ADDED = { 'Cross-Origin-Embedder-Policy': 'require-corp', 'X-New': 'new' };

test('headers are added, the host keeps its own', async () => {
  const sent = new Response('text', {
    status: 203,
    headers: { 'Content-Type': 'text/html', 'Cross-Origin-Embedder-Policy': 'unsafe-none' },
  });
  const given = withHeaders(sent, ADDED);
  expect(given.status).toBe(203);
  expect(Object.fromEntries(given.headers)).toEqual({
    'content-type': 'text/html',
    'cross-origin-embedder-policy': 'unsafe-none',
    'x-new': 'new',
  });
  expect(await given.text()).toBe('text');
});

test('answers without a body, and those that cannot be read, are handed on', () => {
  const unchanged = new Response(null, { status: 304 });
  expect(withHeaders(unchanged, ADDED)).toMatchObject({ status: 304, body: null });
  const hidden = Response.error();
  expect(withHeaders(hidden, ADDED)).toBe(hidden);
});
