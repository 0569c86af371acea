/** Evaluation of a whole set: passes of many images, one readback. */
import { imageAt, type ImageSet } from '../../../data/image-set';
import { layerCount } from '../../../model/network';
import type { LossSettings } from '../../../model/loss';
import { DEFAULT_TRAINING } from '../../../model/training';
import type { DataRole, Evaluation } from '../../engine';
import { createEvaluation } from '../../shared/evaluation';
import type { Outcome } from '../../shared/outcome';
import { readBack, storage } from '../device/buffers';
import { placeImage } from '../device/images';
import { timeOf } from '../device/layout';
import { largestPass } from './forward-pass';
import { NO_ANSWER, RECORD } from './record';
import type { Machine } from '../machine';
import { onePass } from '../device/recorder';
import { stepBytes } from './steps';

export async function evaluate(
  machine: Machine,
  role: DataRole,
  set: ImageSet,
  images: number,
  settings: LossSettings,
  average: boolean,
  mayGoOn: () => void,
): Promise<Evaluation> {
  const { device } = machine;
  const { spec, layers } = machine.network!;
  const perPass = largestPass(layers);
  const resident = machine.images(role, set);
  const room = { batch: perPass, slots: perPass, steps: 1 };
  const { imageWords } = machine.workspace('evaluate', room);
  const rows = storage(device, 'Evaluation.records', images * RECORD.words);
  const sent = resident ? undefined : storage(device, 'Evaluation.images', perPass * imageWords);
  try {
    for (let n = 0; n < images; n += perPass) {
      const samples = Math.min(perPass, images - n);
      // Between two passes another evaluation may have replaced the workspace by a larger one.
      const space = machine.workspace('evaluate', room);
      const picks = new Uint32Array(samples * 2);
      for (let s = 0; s < samples; s++) {
        picks[s * 2] = sent ? s : n + s;
        picks[s * 2 + 1] = set.labels[n + s]!;
      }
      if (sent) {
        const bytes = new Uint8Array(samples * imageWords * 4);
        const size = set.width * set.height;
        for (let s = 0; s < samples; s++)
          placeImage(imageAt(set, n + s), 0, size, bytes, s, imageWords);
        device.queue.writeBuffer(sent, 0, bytes);
      }
      device.queue.writeBuffer(space.picks, 0, picks);
      const plan = { first: 0, samples, step: 0, rate: 0 };
      const steps = stepBytes({ ...DEFAULT_TRAINING, ...settings }, [plan]);
      device.queue.writeBuffer(space.stepBuffer, 0, steps);
      const encoder = device.createCommandEncoder({ label: 'Evaluation.pass' });
      const pass = onePass(encoder, 'Evaluation.pass');
      space.passes.encode(pass, resident ?? sent!, samples);
      space.passes.forward(pass, 1, samples, average);
      space.passes.operations(pass, 1, samples);
      pass.end();
      const bytes = RECORD.words * 4;
      encoder.copyBufferToBuffer(space.records, 0, rows, n * bytes, samples * bytes);
      device.queue.submit([encoder.finish()]);
      // On a software adapter all passes take a second: other work gets its turn between two of them.
      if (machine.software) await device.queue.onSubmittedWorkDone();
      mayGoOn();
    }
    const size = images * RECORD.words * 4;
    const [bytes] = await readBack(device, 'Evaluation.readback', [{ buffer: rows, size }]);
    const sum = createEvaluation(spec, images);
    const outcomes = outcomesOf(bytes!, images, layerCount(spec));
    for (const [n, outcome] of outcomes.entries()) sum.add(set.labels[n]!, outcome);
    return sum.result();
  } finally {
    rows.destroy();
    sent?.destroy();
  }
}

/** @param depth layers of weights */
function outcomesOf(bytes: ArrayBuffer, images: number, depth: number): Outcome[] {
  const floats = new Float32Array(bytes);
  const words = new Uint32Array(bytes);
  return Array.from({ length: images }, (_, n) => {
    const at = n * RECORD.words;
    const decision = timeOf(floats[at + RECORD.at.decision]!);
    const fires = decision < Infinity;
    const second = timeOf(floats[at + RECORD.at.second]!);
    const answer = words[at + RECORD.at.answer]!;
    return {
      answer: {
        class: fires ? answer : null,
        decisionTime: fires ? decision : null,
        margin: second < Infinity ? second - decision : null,
        tie: fires && second === decision,
        guess: fires || answer === NO_ANSWER ? null : answer,
      },
      loss: floats[at + RECORD.at.loss]!,
      spikes: Array.from({ length: depth + 1 }, (_, l) => words[at + RECORD.at.spikes + l]!),
      trainSpikes: words[at + RECORD.at.trainSpikes]!,
      operations: words[at + RECORD.at.operations]!,
    };
  });
}
