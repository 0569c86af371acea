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
