// What one sample gave (src/engine/gpu/batch/record.ts reads it). operations.wgsl has its own, with an atomic.

struct Record {
  loss: f32,
  /// Time of the first output spike; `never` without one.
  decision: f32,
  /// Time of the second output spike, the first's own of a tie; `never` where fewer than two outputs fire.
  second: f32,
  /// The class that fires first, else the guess, else `none`.
  answer: u32,
  label: u32,
  /// Neurons that spike, a layer, the input first.
  spikes: array<u32, 6>,
  trainSpikes: u32,
  operations: u32,
}
