/** What learning asks of the output spike times: model/loss.ts. */
import { Layer, Loss, Network } from './layout';
import { real, word } from './words';

/** Fills the output layer's errors and the sample's loss. Returns whether there is any error. */
export function outputErrors(network: usize, layer: usize, sample: u32): bool {
  const classes = word(layer, Layer.NEURONS);
  const place = sample * word(layer, Layer.STRIDE) * 4;
  const times: usize = word(layer, Layer.TIMES) + place;
  const errors: usize = word(layer, Layer.ERRORS) + place;
  const deadline = real(layer, Layer.DEADLINE);
  const target: u32 = load<u8>(word(network, Network.LABELS) + sample);
  const own = clipped(times, target, deadline);
  let loss: f64 = 0;
  if (word(network, Network.LOSS) === Loss.CROSS_ENTROPY) {
    const temperature = <f64>real(network, Network.TEMPERATURE);
    let first = own;
    for (let c: u32 = 0; c < classes; c++) first = min(first, clipped(times, c, deadline));
    let sum: f64 = 0;
    for (let c: u32 = 0; c < classes; c++)
      sum += Math.exp((first - clipped(times, c, deadline)) / temperature);
    for (let c: u32 = 0; c < classes; c++) {
      const p = Math.exp((first - clipped(times, c, deadline)) / temperature) / sum;
      store<f32>(errors + (c << 2), <f32>(((c === target ? 1 : 0) - p) / temperature));
    }
    loss = (own - first) / temperature + Math.log(sum);
  } else {
    const margin = <f64>real(network, Network.MARGIN);
    let total: f64 = 0;
    for (let c: u32 = 0; c < classes; c++) {
      if (c === target) continue;
      const v = max<f64>(0, own + margin - clipped(times, c, deadline)) / margin;
      loss += 0.5 * v * v * margin;
      store<f32>(errors + (c << 2), <f32>-v);
      total += v;
    }
    store<f32>(errors + (target << 2), <f32>total);
  }
  store<f32>(word(network, Network.LOSSES) + sample * 4, <f32>loss);
  let any = false;
  for (let c: u32 = 0; c < classes; c++) {
    const e = load<f32>(errors + (c << 2));
    if (e < 0 && load<f32>(times + (c << 2)) === Infinity) store<f32>(errors + (c << 2), 0);
    else if (e !== 0) any = true;
  }
  return any;
}

/** A silent output counts as firing at the deadline. */
// @ts-ignore: decorator
@inline
function clipped(times: usize, c: u32, deadline: f32): f64 {
  return <f64>min(load<f32>(times + (c << 2)), deadline);
}
