import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { imageFile, labelFile } from '../data/idx.test-data';
import { paceClock } from '../engine/shared/clock.test-data';
import {
  bars,
  createFolder,
  mtspike,
  SIDE,
  TRAIN_LINE,
  type Captured,
  type Folder,
} from './fixture';
import { unlessInterrupted } from './interrupt';

const COUNT = 4000;

let folder: Folder;
beforeAll(async () => {
  folder = createFolder();
  const { images, labels } = bars(COUNT, 4);
  writeFileSync(folder.file('many'), imageFile(COUNT, SIDE, SIDE, images));
  writeFileSync(folder.file('many-labels'), labelFile(labels));
  await mtspike(folder, `${TRAIN_LINE} --epochs 1 --out model`);
});
afterAll(() => folder.remove());

/** Presses Ctrl-C after so many turns of the event loop. */
async function after(turns: number, line: string): Promise<Captured> {
  const controller = new AbortController();
  const turn = (left: number): void => {
    if (left === 0) controller.abort();
    else setImmediate(turn, left - 1);
  };
  turn(turns);
  return mtspike(folder, line, { signal: controller.signal });
}

/** Presses it after so many results. */
async function afterWrites(writes: number, line: string): Promise<Captured> {
  const controller = new AbortController();
  let out = '';
  const write = async (text: string): Promise<void> => {
    out += text;
    if (--writes === 0) controller.abort();
  };
  return { ...(await mtspike(folder, line, { signal: controller.signal, write })), out };
}

test('what never comes to an end is left where Ctrl-C is pressed', async () => {
  const controller = new AbortController();
  const endless = () => new Promise<never>(() => undefined);
  const wait = unlessInterrupted(controller.signal, endless, () => 'half of it is there');
  controller.abort();
  await expect(wait).rejects.toThrow('Interrupted: half of it is there.');
  const begun = unlessInterrupted(controller.signal, () => Promise.resolve('done'));
  await expect(begun).rejects.toThrow('Interrupted: nothing was written.');
});

const MANY = '--model model --images many --labels many-labels';

describe.each(['reference', 'cpu'])('Ctrl-C on the %s engine', (engine) => {
  const on = `--engine ${engine} --threads 1`;

  test.each([
    ['classify', `classify --model model --images many ${on}`],
    ['evaluate', `evaluate ${MANY} ${on}`],
    ['evaluate --jitter', `evaluate ${MANY} --jitter 0.1 ${on}`],
    ['evaluate --curve', `evaluate ${MANY} --curve dead ${on}`],
    ['train', `${TRAIN_LINE} --batch 90 --epochs 10000 --out none ${on}`],
  ])('ends %s at once, wherever it is', async (_, line) => {
    // As on a machine on which every image takes a while.
    paceClock(5);
    for (const turns of [0, 1, 3, 10, 20]) {
      const { code, err } = await after(turns, line);
      expect(code).toBe(130);
      expect(err).toMatch(/Interrupted: (nothing was written|only \d+ of \d+ .*)\.\n$/);
    }
  });

  test('says how much of a curve there is', async () => {
    const { code, out, err } = await afterWrites(3, `evaluate ${MANY} --curve dead ${on}`);
    expect([code, err]).toEqual([130, 'Interrupted: only 3 of 8 levels were worked out.\n']);
    expect(out.trimEnd().split('\n')).toHaveLength(3);
  });

  test('says how many images were answered', async () => {
    const line = `classify --model model --images many ${on}`;
    const { code, out, err } = await afterWrites(2, line);
    expect([code, err]).toEqual([130, 'Interrupted: only 128 of 4000 images were answered.\n']);
    expect(out.trimEnd().split('\n')).toHaveLength(128);
  });

  test('keeps the trained state where the test is not over', async () => {
    const controller = new AbortController();
    let err = '';
    const note = (text: string): void => {
      err += text;
      if (text.startsWith('epoch 2/2')) controller.abort();
    };
    const line = `${TRAIN_LINE} --epochs 2 --out none --checkpoint state-${engine} ${on}`;
    const { code } = await mtspike(folder, line, { signal: controller.signal, note });
    expect(code).toBe(130);
    expect(err).toContain(
      `Interrupted: no model was written, but state-${engine} keeps the trained state; the same command goes on from there.`,
    );
  });
});
