// Readout and loss (model.md, 2 and 4): who answers, how wrong that is, and the error of every output's spike time.
//
//   picks    [slots] (image, label)
//   trace    [samples, quads, 3] vec4  of the output layer, from propagate; the gains are written here:
//                                      dE/dt over the slope (at least 0.05), or over 0.25 for a silent output that is pushed
//   inputs   [slots]                   input neurons that spike
//   counts   [hiddenLayers, batch]     hidden neurons that spike
//   fires    [hiddenLayers, batch]     set back to 0 for the next batch
//   erring   [batch]                   1 where an output has an error: only these samples go backward
//   records  [rows] Record             what the batch's samples gave
//
// One thread takes one sample.

@group(0) @binding(0) var<uniform> step: Step;
@group(1) @binding(0) var<uniform> layer: Layer;
@group(1) @binding(1) var<storage, read> picks: array<vec2<u32>>;
@group(1) @binding(2) var<storage, read_write> trace: array<vec4<f32>>;
@group(1) @binding(3) var<storage, read> inputs: array<u32>;
@group(1) @binding(4) var<storage, read> counts: array<u32>;
@group(1) @binding(5) var<storage, read_write> fires: array<u32>;
@group(1) @binding(6) var<storage, read_write> erring: array<u32>;
@group(1) @binding(7) var<storage, read_write> records: array<Record>;

override size: u32 = 64;

const none = 255u;
const most_classes = 64u;
const push_slope = 0.25;

@compute @workgroup_size(size)
fn loss(@builtin(global_invocation_id) id: vec3<u32>) {
  let sample = id.x;
  if (sample >= step.samples) {
    return;
  }
  let classes = layer.postsynaptic;
  let at = sample * layer.quads * 3u;
  let label = picks[step.first + sample].y;

  // Who fires first; who is at the highest potential.
  var times: array<f32, most_classes>;
  var first = never;
  var second = never;
  var answer = 0u;
  var highest = -never;
  var guess = 0u;
  var fired = 0u;
  for (var c = 0u; c < classes; c++) {
    let t = trace[at + (c >> 2u) * 3u][c & 3u];
    times[c] = t;
    if (t < never) {
      fired++;
      if (t < first) {
        second = first;
        first = t;
        answer = c;
      } else if (t < second) {
        second = t;
      }
    } else {
      let potential = trace[at + (c >> 2u) * 3u + 1u][c & 3u];
      if (potential > highest) {
        highest = potential;
        guess = c;
      }
    }
  }
  let input = inputs[step.first + sample];
  if (fired == 0u) {
    answer = select(guess, none, input == 0u);
  }

  // The loss, and dE/dt of every output. A silent output counts as the deadline.
  var errors: array<f32, most_classes>;
  var e = 0.0;
  let target_time = min(times[label], layer.deadline);
  if (step.heuristic == 1u) {
    for (var c = 0u; c < classes; c++) {
      if (c == label) {
        continue;
      }
      let v = max(0.0, target_time + step.margin - min(times[c], layer.deadline)) / step.margin;
      e += 0.5 * v * v * step.margin;
      errors[c] = -v;
      errors[label] += v;
    }
  } else {
    let earliest = min(first, layer.deadline);
    var sum = 0.0;
    for (var c = 0u; c < classes; c++) {
      let p = exp((earliest - min(times[c], layer.deadline)) / step.temperature);
      errors[c] = p;
      sum += p;
    }
    for (var c = 0u; c < classes; c++) {
      errors[c] = (select(0.0, 1.0, c == label) - errors[c] / sum) / step.temperature;
    }
    e = (target_time - earliest) / step.temperature + log(sum);
  }

  var wrong = 0u;
  for (var c = 0u; c < classes; c++) {
    let plane = at + (c >> 2u) * 3u;
    var gain = 0.0;
    if (times[c] < never) {
      gain = gainOf(errors[c], trace[plane + 1u][c & 3u]);
    } else if (errors[c] > 0.0) {
      gain = errors[c] / push_slope;
    }
    if (gain != 0.0) {
      wrong = 1u;
      trace[plane + 2u][c & 3u] = gain;
    }
  }
  erring[sample] = wrong;

  let row = step.row + sample;
  records[row].loss = e;
  records[row].decision = first;
  records[row].second = second;
  records[row].answer = answer;
  records[row].label = label;
  records[row].operations = 0u;
  records[row].spikes[0] = input;
  for (var l = 0u; l < layer.hiddenLayers; l++) {
    records[row].spikes[l + 1u] = counts[l * layer.batch + sample];
    fires[l * layer.batch + sample] = 0u;
  }
  records[row].spikes[layer.hiddenLayers + 1u] = fired;
}
