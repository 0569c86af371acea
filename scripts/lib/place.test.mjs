import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { addressesOf, ensureFree, placeFrom } from './place.mjs';

test('the port is 4173 of this machine alone unless told otherwise', () => {
  expect(placeFrom([])).toEqual({ port: 4173, host: '127.0.0.1' });
  expect(placeFrom(['--port', '5000'])).toEqual({ port: 5000, host: '127.0.0.1' });
  expect(placeFrom(['--port=65535', '--host=::'])).toEqual({ port: 65_535, host: '::' });
  expect(placeFrom(['--host', '192.168.1.5'])).toEqual({ port: 4173, host: '192.168.1.5' });
});

test.each([
  [['--port', '0']],
  [['--port', '65536']],
  [['--port', '80x']],
  [['--port', '1e3']],
  [['--port', '']],
  [['--port']],
  [['--prot', '5000']],
  [['5000']],
  [['--host']],
  [['--host', '']],
  [['--host', 'classroom']],
  [['--host', '192.168.1']],
])('%j is wrong use: one line and exit code 2', (args) => {
  expect(() => placeFrom(args)).toThrow(
    expect.objectContaining({ exitCode: 2, message: expect.stringMatching(/^[^\n]*usage:.*$/) }),
  );
});

test('others are told the addresses that they reach, and none unless it is asked for', () => {
  const interfaces = {
    lo: [{ address: '127.0.0.1', family: 'IPv4', internal: true }],
    wlan: [
      { address: '192.168.1.5', family: 'IPv4', internal: false },
      { address: 'fe80::1', family: 'IPv6', internal: false, scopeid: 2 },
    ],
  };
  const at = (host) => addressesOf({ port: 80, host }, interfaces);
  expect(at('127.0.0.1')).toEqual({ others: [], here: 'http://127.0.0.1:80' });
  expect(at('0.0.0.0')).toEqual({
    others: ['http://192.168.1.5:80'],
    here: 'http://127.0.0.1:80',
  });
  expect(at('fd00::2')).toEqual({ others: ['http://[fd00::2]:80'], here: 'http://[fd00::2]:80' });
});

test('a port that is taken and an address of others are errors, a free one is not', async () => {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await expect(ensureFree({ port, host: '127.0.0.1' })).rejects.toMatchObject({
    exitCode: 1,
    message: expect.stringContaining(`Port ${port} is taken`),
  });
  await expect(ensureFree({ port, host: '203.0.113.9' })).rejects.toMatchObject({
    exitCode: 2,
    message: '--host 203.0.113.9 is no address of this machine.',
  });
  await new Promise((resolve) => server.close(resolve));
  await ensureFree({ port, host: '127.0.0.1' });
});
