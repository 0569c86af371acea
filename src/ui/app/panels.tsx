/** The panels by name, each in its error boundary; what the first drawing does not need comes in its own file. */
import { lazy, Suspense, type ReactNode } from 'react';
import { InputPanel } from '../input/input-panel';
import { Panel } from '../kit/panel';
import { SamplesPanel } from '../samples/samples-panel';
import { SpikesPanel } from '../spikes/SpikesPanel';
import { afterFirstAnswer } from './first-answer';
import { PanelBoundary } from './panel-boundary';

const NeuronPanel = lazy(
  afterFirstAnswer(() => import('../neuron/NeuronPanel').then((m) => ({ default: m.NeuronPanel }))),
);
const TrainingPanel = lazy(
  afterFirstAnswer(() =>
    import('../training/TrainingPanel').then((m) => ({ default: m.TrainingPanel })),
  ),
);

function Place({ title, children }: { title: string; children: ReactNode }) {
  return (
    <PanelBoundary title={title}>
      <Suspense fallback={<Panel title={title}>{null}</Panel>}>{children}</Suspense>
    </PanelBoundary>
  );
}

export const Input = () => (
  <Place title="Input">
    <InputPanel />
  </Place>
);

export const Samples = () => (
  <Place title="Samples">
    <SamplesPanel />
  </Place>
);

export const Spikes = () => (
  <Place title="Spikes">
    <SpikesPanel />
  </Place>
);

export const Neuron = () => (
  <Place title="Neuron">
    <NeuronPanel />
  </Place>
);

export const Training = () => (
  <Place title="Training">
    <TrainingPanel />
  </Place>
);
