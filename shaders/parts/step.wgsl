// What a training step is told, in group 0 of every kernel (src/engine/gpu/device/step.ts writes it).

struct Step {
  first: u32, samples: u32, row: u32, steps: u32,
  rate: f32, correct1: f32, correct2: f32, decay: f32,
  heuristic: u32, margin: f32, @size(216) temperature: f32,
}
