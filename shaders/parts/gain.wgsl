// The gain of a spike (model.md, 3): what all derivatives through it have in common.

/// A slope at a spike counts as at least this: where the potential only grazes the threshold the gain would have no bound.
const slope_floor = 0.05;

/// @param error dE/dt of the spike
fn gainOf(error: f32, slope: f32) -> f32 {
  return error / max(slope, slope_floor);
}
