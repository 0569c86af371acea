import { Panel } from '../kit/panel';

/** Why one neuron fired, and when. */
export function NeuronPanel() {
  return <Panel title="Neuron">Choose a spike to see what made it fire.</Panel>;
}
