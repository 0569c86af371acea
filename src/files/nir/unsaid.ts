/** What a NIR file cannot say of a network, in sentences for whoever runs it elsewhere. */
import { emitsOne, hasBothPolarities, layerCount, type NetworkSpec } from '../../model/network';
import { formatValue } from '../../words/numbers';

export function unsaid(spec: NetworkSpec): string[] {
  const { deadline } = spec;
  return [
    `Deadlines: layer l may fire until l times ${formatValue(deadline)} here (the outputs until ${formatValue(layerCount(spec) * deadline)}), elsewhere for ever.`,
    'The answer: here the output neuron that fires first is the class.',
    hasBothPolarities(spec)
      ? 'The coding: a pixel of intensity x has two input neurons, one spikes at 1 - x, the other at x, and these spikes are the input.'
      : emitsOne(spec)
        ? 'The coding: a pixel of intensity x spikes at 1 - x, and that spike is the input.'
        : "Packed trains: a patch's input is one impulse of its multiplicity (2 n / k^2 for n spikes) at its train's average delay.",
    'Time: the input lasts 1. A simulator with time steps fires up to one step a layer later.',
  ];
}
