/**
 * Weight gradients and the optimiser's step in one pass over the weights' rows: for every presynaptic neuron, the samples in
 * which it spiked and that have an error are walked in order, then its row is updated. No gradient is kept or cleared.
 */
import { ADAM, SGD_MOMENTUM } from '../../model/optimizer';
import type { OptimizerName } from '../../model/optimizer';
import { presynaptic, type LayerMemory, type NetworkMemory } from './memory';
import type { SpikeLists } from './spike-lists';

export interface UpdateSettings {
  optimizer: OptimizerName;
  rate: number;
  /** Updates made before this one. */
  step: number;
  /** Decay of the running average at this step, where one is kept. */
  decay: number;
}

/** The largest float32; what is beyond is infinite there. NaN compares false. */
const LARGEST = 3.4028234663852886e38;

/** The presynaptic spikes of the samples with an error, grouped by neuron (samples in order). */
interface Causes {
  /** [presynaptic + 1] */
  from: Uint32Array;
  sample: Uint16Array;
  time: Float32Array;
  multiplicity: Float32Array;
}

/** The neurons with an error of every sample, latest reference first, so that a walk over the causal ones ends early. */
interface Faults {
  /** [batch] */
  count: Uint32Array;
  /** [batch, stride] */
  neuron: Uint16Array;
  gain: Float64Array;
  reference: Float64Array;
}

export interface Updater {
  /**
   * Learns from the first `samples` samples.
   * @returns whether every weight is still a finite number
   */
  update(samples: number, settings: UpdateSettings): boolean;
}

export function createUpdater(memory: NetworkMemory): Updater {
  const { layers, batch, spec } = memory;
  const dense = layers.filter((layer) => !layer.patches);
  const widest = Math.max(...dense.map((layer) => layer.stride));
  const deepest = Math.max(...dense.map((layer) => layer.inputs));
  const causes: Causes = {
    from: new Uint32Array(deepest + 1),
    sample: new Uint16Array(0),
    time: new Float32Array(0),
    multiplicity: new Float32Array(0),
  };
  const faults: Faults = {
    count: new Uint32Array(batch),
    neuron: new Uint16Array(batch * widest),
    gain: new Float64Array(batch * widest),
    reference: new Float64Array(batch * widest),
  };
  const gradient = new Float64Array(widest);
  const exponential = spec.response === 'exponential';

  return {
    update(samples, settings) {
      let finite = true;
      layers.forEach((layer, l) => {
        if (layer.patches) {
          const shared = sharedGradient(layer, layer.patches.lists, samples, exponential);
          for (let i = 0; i < layer.inputs; i++) {
            const row = shared.subarray(i * layer.stride, (i + 1) * layer.stride);
            finite = updateRow(layer, i, row, 1 / samples, settings) && finite;
          }
          return;
        }
        gatherCauses(layer, presynaptic(memory, l), samples, causes);
        gatherFaults(layer, samples, faults);
        for (let i = 0; i < layer.inputs; i++) {
          const start = causes.from[i]!;
          const end = causes.from[i + 1]!;
          if (start < end) layer.touched[i] = 1;
          else if (!layer.touched[i]) continue;
          gradient.fill(0);
          for (let q = start; q < end; q++)
            addSpike(layer, causes, q, faults, exponential, gradient);
          finite = updateRow(layer, i, gradient, 1 / samples, settings) && finite;
        }
      });
      return finite;
    },
  };
}

/** [inputs, stride] dE/dw of a convolution, summed over samples and positions. */
function sharedGradient(
  { inputs, neurons, stride, positions, horizon, gain, reference }: LayerMemory,
  { capacity, count, index, time, multiplicity }: SpikeLists,
  samples: number,
  exponential: boolean,
): Float64Array {
  const gradient = new Float64Array(inputs * stride);
  for (let place = 0; place < samples * positions; place++) {
    const list = place * capacity;
    const base = place * stride;
    for (let p = list; p < list + count[place]! && time[p]! < horizon[place]!; p++) {
      const m = multiplicity ? multiplicity[p]! : 1;
      const row = index[p]! * stride;
      for (let j = 0; j < neurons; j++) {
        const c = gain[base + j]!;
        const distance = time[p]! - reference[base + j]!;
        if (c === 0 || distance >= 0) continue;
        gradient[row + j]! += c * m * (exponential ? Math.expm1(distance) : distance);
      }
    }
  }
  return gradient;
}

function gatherCauses(layer: LayerMemory, pre: SpikeLists, samples: number, causes: Causes): void {
  const { from } = causes;
  const { index, time, multiplicity, capacity, count } = pre;
  from.fill(0);
  for (let s = 0; s < samples; s++) {
    const horizon = layer.horizon[s]!;
    const end = s * capacity + count[s]!;
    for (let p = s * capacity; p < end && time[p]! < horizon; p++) from[index[p]! + 1]!++;
  }
  for (let i = 0; i < layer.inputs; i++) from[i + 1]! += from[i]!;
  const total = from[layer.inputs]!;
  if (causes.sample.length < total) {
    causes.sample = new Uint16Array(2 * total);
    causes.time = new Float32Array(2 * total);
    causes.multiplicity = new Float32Array(2 * total);
  }
  for (let s = 0; s < samples; s++) {
    const horizon = layer.horizon[s]!;
    const end = s * capacity + count[s]!;
    for (let p = s * capacity; p < end && time[p]! < horizon; p++) {
      const q = from[index[p]!]!++;
      causes.sample[q] = s;
      causes.time[q] = time[p]!;
      causes.multiplicity[q] = multiplicity ? multiplicity[p]! : 1;
    }
  }
  // Filling the list has moved every start to its neuron's end, where the next neuron starts: move them all one place on.
  from.copyWithin(1, 0, layer.inputs);
  from[0] = 0;
}

function gatherFaults(layer: LayerMemory, samples: number, faults: Faults): void {
  const { neurons, stride, gain, reference, times, spikes } = layer;
  for (let s = 0; s < samples; s++) {
    const base = s * stride;
    let count = 0;
    const add = (j: number): void => {
      faults.neuron[base + count] = j;
      faults.gain[base + count] = gain[base + j]!;
      faults.reference[base + count] = reference[base + j]!;
      count++;
    };
    if (layer.horizon[s]! > -Infinity) {
      // Silent outputs that are pushed refer to the deadline: nothing is later.
      for (let j = 0; j < neurons; j++)
        if (times[base + j] === Infinity && gain[base + j] !== 0) add(j);
      const list = s * spikes.capacity;
      for (let p = spikes.count[s]! - 1; p >= 0; p--) {
        const j = spikes.index[list + p]!;
        if (gain[base + j] !== 0) add(j);
      }
    }
    faults.count[s] = count;
  }
}

/**
 * dE/dw_ij = c_j m_i (t_i - t_j), exponential c_j m_i (e^(t_i - t_j) - 1). A spike at t_j itself adds nothing either way, so
 * "before t_j" stands for "in the causal set".
 */
function addSpike(
  layer: LayerMemory,
  causes: Causes,
  q: number,
  faults: Faults,
  exponential: boolean,
  gradient: Float64Array,
): void {
  const s = causes.sample[q]!;
  const t = causes.time[q]!;
  const m = causes.multiplicity[q]!;
  const base = s * layer.stride;
  const end = base + faults.count[s]!;
  const { neuron, gain, reference } = faults;
  for (let f = base; f < end; f++) {
    const distance = t - reference[f]!;
    if (distance >= 0) break;
    gradient[neuron[f]!]! += gain[f]! * m * (exponential ? Math.expm1(distance) : distance);
  }
}

function updateRow(
  layer: LayerMemory,
  i: number,
  gradient: Float64Array,
  scale: number,
  { optimizer, rate, step, decay }: UpdateSettings,
): boolean {
  const { weights, first, second, average, stride, neurons } = layer;
  const row = i * stride;
  let largest = 0;
  if (optimizer === 'adam') {
    const size = rate / (1 - ADAM.beta1 ** (step + 1));
    const correct = 1 / Math.sqrt(1 - ADAM.beta2 ** (step + 1));
    for (let j = 0; j < neurons; j++) {
      const g = gradient[j]! * scale;
      const m = ADAM.beta1 * first[row + j]! + (1 - ADAM.beta1) * g;
      const v = ADAM.beta2 * second[row + j]! + (1 - ADAM.beta2) * g * g;
      first[row + j] = m;
      second[row + j] = v;
      const w = weights[row + j]! - (size * m) / (Math.sqrt(v) * correct + ADAM.epsilon);
      weights[row + j] = w;
      largest = Math.max(largest, Math.abs(w));
    }
  } else {
    for (let j = 0; j < neurons; j++) {
      const v = SGD_MOMENTUM * first[row + j]! + gradient[j]! * scale;
      first[row + j] = v;
      const w = weights[row + j]! - rate * v;
      weights[row + j] = w;
      largest = Math.max(largest, Math.abs(w));
    }
  }
  if (average)
    for (let j = row; j < row + neurons; j++)
      average[j] = decay * average[j]! + (1 - decay) * weights[j]!;
  return largest <= LARGEST;
}
