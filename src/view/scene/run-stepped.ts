import { runFrom } from '../../engine/shared/layer-spikes';
import { forwardStepped } from '../../model/stepped';
import { stepperStore, type Stepper } from './stepper';

/** An input's way through a network on a clock with steps of `dt`. */
export const runStepped: Stepper = (spec, weights, input, dt) =>
  runFrom(forwardStepped(spec, weights, input, dt));

stepperStore.setState({ step: runStepped });
