// What the steps of a chunk gave: sums over each step's samples, always in the same order.
//
//   steps    [steps + 1] Step    the chunk itself, then its steps
//   records  [rows] Record
//   health   [1]                 from update
//   totals   [steps] Totals
//
// One thread sums one step.

struct Totals {
  loss: f32,
  correct: u32,
  decided: u32,
  decision: f32,
  spikes: array<u32, 6>,
  broken: u32,
}

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<storage, read> steps: array<Step>;
@group(1) @binding(1) var<storage, read> records: array<Record>;
@group(1) @binding(2) var<storage, read> health: array<u32>;
@group(1) @binding(3) var<storage, read_write> totals: array<Totals>;

override size: u32 = 64;

@compute @workgroup_size(size)
fn reduce(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= step.steps) {
    return;
  }
  let row = steps[id.x + 1u].row;
  let samples = steps[id.x + 1u].samples;
  var sum = Totals();
  for (var s = row; s < row + samples; s++) {
    sum.loss += records[s].loss;
    sum.correct += select(0u, 1u, records[s].answer == records[s].label);
    if (records[s].decision < never) {
      sum.decided++;
      sum.decision += records[s].decision;
    }
    for (var l = 0u; l < 6u; l++) {
      sum.spikes[l] += records[s].spikes[l];
    }
  }
  sum.broken = health[0];
  totals[id.x] = sum;
}
