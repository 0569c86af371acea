/** The panels by name, each in its error boundary; what the first drawing does not need comes in its own file. */
import type { ComponentType, ReactNode } from 'react';
import { InputPanel } from '../input/input-panel';
import { lazyPart } from '../kit/lazy-part';
import { Panel } from '../kit/panel';
import { ReplayBar } from '../replay/replay-bar';
import { SamplesPanel } from '../samples/samples-panel';
import { SpikesPanel } from '../spikes/spikes-panel';
import { afterFirstAnswer } from './first-answer';
import { PanelBoundary } from './panel-boundary';
import { rest, type Rest } from './parts';

const inPlace = (title: string, part: ReactNode) => (
  <PanelBoundary title={title}>{part}</PanelBoundary>
);

export const Input = () => inPlace('Input', <InputPanel />);
export const Samples = () => inPlace('Samples', <SamplesPanel />);
export const Spikes = () => inPlace('Spikes', <SpikesPanel replay={<ReplayBar />} />);

/** A panel of the rest: an empty one stands in its place until it comes. */
const later = (title: string, choose: (parts: Rest) => ComponentType) =>
  lazyPart(
    afterFirstAnswer(async () => choose(await rest())),
    {
      waiting: <Panel title={title}>{null}</Panel>,
      bound: (part, again) => (
        <PanelBoundary title={title} onAgain={again}>
          {part}
        </PanelBoundary>
      ),
    },
  );

export const Neuron = later('Neuron', (parts) => parts.NeuronPanel);
export const Training = later('Training', (parts) => parts.TrainingColumn);
