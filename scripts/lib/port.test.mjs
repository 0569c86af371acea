import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { ensurePortFree, portFrom } from './port.mjs';

test('the port is 4173 unless told otherwise', () => {
  expect(portFrom([])).toBe(4173);
  expect(portFrom(['--port', '5000'])).toBe(5000);
  expect(portFrom(['--port=65535'])).toBe(65_535);
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
])('%j is wrong use: one line and exit code 2', (args) => {
  expect(() => portFrom(args)).toThrow(
    expect.objectContaining({ exitCode: 2, message: expect.stringMatching(/^[^\n]*usage:.*$/) }),
  );
});

test('a port that is taken is an error, a free one is not', async () => {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await expect(ensurePortFree(port)).rejects.toMatchObject({
    exitCode: 1,
    message: expect.stringContaining(`Port ${port} is taken`),
  });
  await new Promise((resolve) => server.close(resolve));
  await ensurePortFree(port);
});
