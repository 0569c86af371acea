/** Which spikes a step learns from: grouped by presynaptic neuron, as the update of its row wants them. */
import { CAUSE_BYTES, Layer, PACKED_CAUSE_BYTES, SHARE_BYTES } from './layout';
import { word } from './words';

// @ts-ignore: decorator
@inline
export function causesFrom(layer: usize, thread: u32): usize {
  return word(layer, Layer.CAUSES_FROM) + thread * word(layer, Layer.CAUSES_FROM_STEP);
}

// @ts-ignore: decorator
@inline
export function causesOf(layer: usize, thread: u32): usize {
  return word(layer, Layer.CAUSES) + thread * word(layer, Layer.CAUSES_STEP);
}

/**
 * Groups the presynaptic spikes of the samples with an error by neuron, samples in order: a counting sort. Every thread makes the same
 * list for itself: to sort it again takes less time than to fetch it from another core.
 */
export function gatherCauses(layer: usize, samples: u32, thread: u32): void {
  const inputs = word(layer, Layer.INPUTS);
  const from = causesFrom(layer, thread);
  const causes = causesOf(layer, thread);
  const horizons: usize = word(layer, Layer.HORIZON);
  const counts: usize = word(layer, Layer.PRE_COUNT);
  const capacity = word(layer, Layer.PRE_CAPACITY);
  const exponential = word(layer, Layer.EXPONENTIAL) !== 0;
  const multiplicity = word(layer, Layer.PRE_MULTIPLICITY);
  const size: u32 = multiplicity ? PACKED_CAUSE_BYTES : CAUSE_BYTES;
  memory.fill(from, 0, (inputs + 1) * 4);
  for (let s: u32 = 0; s < samples; s++) {
    const horizon = load<f32>(horizons + (s << 2));
    const count = load<u32>(counts + (s << 2));
    const index: usize = word(layer, Layer.PRE_INDEX) + s * capacity * 2;
    const time: usize = word(layer, Layer.PRE_TIME) + s * capacity * 4;
    for (let p: u32 = 0; p < count; p++) {
      if (load<f32>(time + (p << 2)) >= horizon) break;
      const address = from + (<u32>load<u16>(index + (p << 1)) << 2);
      store<u32>(address, load<u32>(address) + 1);
    }
  }
  let place: u32 = 0;
  for (let i: u32 = 0; i <= inputs; i++) {
    const address = from + (i << 2);
    const n = load<u32>(address);
    store<u32>(address, place);
    place += n;
  }
  for (let s: u32 = 0; s < samples; s++) {
    const horizon = load<f32>(horizons + (s << 2));
    const count = load<u32>(counts + (s << 2));
    const index: usize = word(layer, Layer.PRE_INDEX) + s * capacity * 2;
    const time: usize = word(layer, Layer.PRE_TIME) + s * capacity * 4;
    const strength: usize = multiplicity + s * capacity * 4;
    for (let p: u32 = 0; p < count; p++) {
      const t = load<f32>(time + (p << 2));
      if (t >= horizon) break;
      const address = from + (<u32>load<u16>(index + (p << 1)) << 2);
      const q = load<u32>(address);
      store<u32>(address, q + 1);
      const cause = causes + q * size;
      store<u32>(cause, s * SHARE_BYTES);
      store<f32>(cause, exponential ? <f32>Math.exp(<f64>t) : t, 4);
      if (multiplicity) store<f32>(cause, load<f32>(strength + (p << 2)), 8);
    }
  }
  // Filling the list has moved every start to its neuron's end, where the next neuron starts: move them all one place on.
  memory.copy(from + 4, from, inputs * 4);
  store<u32>(from, 0);
}
