/** All stages of a network in the order in which they run. None submits: each writes into the recorder it is given. */
import type { BatchBuffers } from '../batch/batch-buffers';
import type { Target } from '../device/dispatch';
import type { Recorder } from '../device/recorder';
import type { StepNumber } from '../device/step';
import { compileBackpropagate } from './backpropagate';
import { compileBackpropagateShared } from './backpropagate-shared';
import { compileCompact } from './compact';
import { compileEncode } from './encode';
import { compileExpand } from './expand';
import { compileGradient } from './gradient';
import { compileLoss } from './loss';
import { compileOperations } from './operations';
import { compileHiddenOrder, compileInputOrder } from './order';
import { compilePotential } from './potential';
import { compilePropagate } from './propagate';
import { compileRank } from './rank';
import { compileReduce } from './reduce';
import type { StageContext } from './stage';
import { createUpdate, type UpdateRule } from './update';

/** The stages of a network over one batch's buffers. */
export interface Passes {
  /** Images of a chunk to input volleys. */
  encode(recorder: Recorder, images: GPUBuffer, samples: number): void;
  /** Input volleys to answers, with the weights or with their running average. */
  forward(recorder: Recorder, step: StepNumber, samples: number, average?: boolean): void;
  /** After `forward`: errors back through the layers, then new weights. */
  backward(recorder: Recorder, step: StepNumber, samples: number, rule: UpdateRule): void;
  /** Records of a chunk's steps to a sum a step. */
  reduce(recorder: Recorder, steps: number): void;
  /** After `forward`: potentials of all output neurons. */
  potentials(recorder: Recorder, step: StepNumber, samples: number): void;
  /** After `forward`: synaptic operations into the records. */
  operations(recorder: Recorder, step: StepNumber, samples: number): void;
}

export interface CompiledPasses {
  /** Compiles what a rule of learning needs; undefined when it is there already. */
  prepare: (rule: UpdateRule) => Promise<void> | undefined;
  bind(buffers: BatchBuffers): Passes;
}

export async function compilePasses(context: StageContext): Promise<CompiledPasses> {
  const update = createUpdate(context);
  const [encode, order, expand, propagate, sort, loss] = await Promise.all([
    compileEncode(context),
    compileInputOrder(context),
    compileExpand(context),
    compilePropagate(context),
    context.sizes.ranks ? compileRank(context) : compileHiddenOrder(context),
    compileLoss(context),
  ]);
  const [backpropagate, backpropagateShared, compact, gradient] = await Promise.all([
    compileBackpropagate(context),
    compileBackpropagateShared(context),
    compileCompact(context),
    compileGradient(context),
  ]);
  const [reduce, potential, operations] = await Promise.all([
    compileReduce(context),
    compilePotential(context),
    compileOperations(context),
  ]);

  return {
    prepare: update.prepare,
    bind(buffers) {
      const { steps, layers } = buffers;
      const stages = {
        encode: encode(buffers),
        order: order(buffers),
        expand: expand(buffers),
        propagate: propagate(buffers),
        sort: sort(buffers),
        loss: loss(buffers),
        backpropagate: backpropagate(buffers),
        backpropagateShared: backpropagateShared(buffers),
        compact: compact(buffers),
        gradient: gradient(buffers),
        update: update.bind(buffers),
        reduce: reduce(buffers),
        potential: potential(buffers),
        operations: operations(buffers),
      };
      const at = (recorder: Recorder, step: StepNumber, samples: number): Target => ({
        recorder,
        steps,
        step,
        samples,
      });

      return {
        encode(recorder, images, samples) {
          const chunk = at(recorder, 0, samples);
          stages.encode(chunk, images);
          stages.order(chunk);
        },
        forward(recorder, step, samples, average = false) {
          const batch = at(recorder, step, samples);
          for (let l = 0; l < layers.length; l++) {
            stages.expand(batch, l);
            stages.propagate(batch, l, average);
            stages.sort(batch, l);
          }
          stages.loss(batch);
        },
        backward(recorder, step, samples, rule) {
          const batch = at(recorder, step, samples);
          for (let l = layers.length - 1; l > 0; l--) {
            stages.backpropagate(batch, l);
            stages.backpropagateShared(batch, l);
          }
          stages.compact(batch);
          for (let l = 0; l < layers.length; l++) {
            stages.gradient(batch, l);
            stages.update(batch, l, rule);
          }
        },
        reduce(recorder, count) {
          stages.reduce(at(recorder, 0, count));
        },
        potentials(recorder, step, samples) {
          stages.potential(at(recorder, step, samples));
        },
        operations(recorder, step, samples) {
          stages.operations(at(recorder, step, samples));
        },
      };
    },
  };
}
