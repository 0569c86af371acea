// What both kernels of weight gradients add up. A kernel declares `exponential`.

/// e^x - 1 for x <= 0; near 0 the difference would lose its digits.
fn expm1(x: vec4<f32>) -> vec4<f32> {
  let series = x * (1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0 + x * (1.0 / 120.0)))));
  return select(exp(x) - 1.0, series, x > vec4<f32>(-0.1));
}

/// Twice what a spike at t did for neurons that fired at `times`, but for their gains; 0 for one that came later.
fn twice(t: f32, times: vec4<f32>) -> vec4<f32> {
  let distance = t - times;
  // This is 2 min(distance, 0), in fewer instructions.
  let earlier = distance - abs(distance);
  if (exponential) {
    return 2.0 * expm1(0.5 * earlier);
  }
  return earlier;
}

/// Whether one of 4 neurons spikes.
fn spikes(t: vec4<f32>) -> bool {
  return min(min(t.x, t.y), min(t.z, t.w)) < never;
}

/// Gradients of the weights from 4 presynaptic neurons to 4 postsynaptic ones, times twice the samples.
struct Block {
  g0: vec4<f32>,
  g1: vec4<f32>,
  g2: vec4<f32>,
  g3: vec4<f32>,
}

/// Adds what one sample, or one place of it, gives: times and multiplicities of the 4 presynaptic neurons, times and gains of the others.
fn add(before: Block, t: vec4<f32>, m: vec4<f32>, times: vec4<f32>, gain: vec4<f32>) -> Block {
  var sum = before;
  sum.g0 += m.x * gain * twice(t.x, times);
  sum.g1 += m.y * gain * twice(t.y, times);
  sum.g2 += m.z * gain * twice(t.z, times);
  sum.g3 += m.w * gain * twice(t.w, times);
  return sum;
}
