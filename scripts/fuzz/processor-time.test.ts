import { expect, test } from 'vitest';
import { readAside, type Answer } from '../../src/files/nir/aside/read-aside';
import { afterProcessorTime, processorSeconds } from './processor-time';

/** A reader that is ready, and never answers. */
const silent = {
  post: () => undefined,
  listen: (answered: (answer: Answer) => void) => answered({ ready: true }),
  end: () => undefined,
};

test('time that others had the processor does not count', async () => {
  const begin = processorSeconds();
  const reading = readAside(silent, new Uint8Array(), 0.05, afterProcessorTime);
  const work = setInterval(() => {
    const end = processorSeconds() + 0.01;
    while (processorSeconds() < end);
  }, 30);
  await expect(reading).rejects.toThrow('could not be read within 0.05 s');
  clearInterval(work);
  expect(processorSeconds() - begin).toBeGreaterThan(0.05);
});
