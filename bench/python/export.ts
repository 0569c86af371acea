/** Writes what bench/python/train.py trains from: MNIST, our initial weights and order, and what one batch gives here, to compare. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMnist } from '../../src/cli/data';
import { slice } from '../../src/data/image-set';
import { createCpuEngine } from '../../src/engine/cpu/engine';
import { initialise, measureInputSpikes } from '../../src/model/initialise';
import { DEFAULT_NETWORK, layerSizes } from '../../src/model/network';
import { ADAM } from '../../src/model/optimizer';
import { backward, forward } from '../../src/model/step';
import { DEFAULT_TRAINING, epochOrder } from '../../src/model/training';
import { parseNetwork } from '../../src/model/validate';

const [folder = '.', hidden = '128', batchText = '64'] = process.argv.slice(2);
const batch = Number(batchText);
const spec = parseNetwork({ ...DEFAULT_NETWORK, layers: [...hidden.split('-').map(Number), 10] });
const settings = { ...DEFAULT_TRAINING, epochs: 1, batch };
const [train, test] = [await readMnist('train'), await readMnist('test')];
const weights = initialise(spec, settings.seed, measureInputSpikes(spec, train.images));

mkdirSync(folder, { recursive: true });
const write = (name: string, data: NodeJS.ArrayBufferView | string) =>
  writeFileSync(join(folder, name), data);

const plan = {
  sizes: layerSizes(spec),
  cut: spec.input.cut,
  threshold: spec.threshold,
  deadline: spec.deadline,
  margin: settings.margin,
  batch,
  rate: settings.learningRate,
  epsilon: ADAM.epsilon,
};
write('plan.json', JSON.stringify(plan));
write('order', epochOrder(train.count, settings.seed, 0));
weights.forEach((layer, n) => write(`weights-${n}`, layer));
const checked = slice(test, 0, batch);
for (const [name, set] of Object.entries({ train, test, check: checked })) {
  write(`${name}-images`, set.images);
  write(`${name}-labels`, set.labels);
}

const engine = await createCpuEngine();
await engine.setNetwork({ spec, weights });
const runs = await engine.run(checked);
await engine.dispose();
weights.forEach((_, n) => {
  const times = runs.flatMap(({ layers }) => [...layers[n + 1]!.times]);
  write(`times-${n}`, Float32Array.from(times));
});

const gradients = weights.map(({ length }) => new Float64Array(length));
for (let n = 0; n < batch; n++) {
  const { images, labels } = slice(checked, n, n + 1);
  backward(spec, weights, forward(spec, weights, images), labels[0]!, settings, gradients);
}
gradients.forEach((gradient, n) =>
  write(
    `gradient-${n}`,
    Float32Array.from(gradient, (g) => g / batch),
  ),
);
