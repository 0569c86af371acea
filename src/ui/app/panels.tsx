/** The panels by name, each in its error boundary, and where it stands; what the first drawing does not need comes in its own file. */
import type { ComponentType, ReactNode } from 'react';
import { panelTitle, type PanelName } from '../../view/panels';
import { InputPanel } from '../input/input-panel';
import { lazyPart } from '../kit/lazy-part';
import { Panel } from '../kit/panel';
import { ReplayBar } from '../replay/replay-bar';
import { SamplesPanel } from '../samples/samples-panel';
import { SpikesPanel } from '../spikes/spikes-panel';
import { afterFirstAnswer } from './first-answer';
import { PanelBoundary } from './panel-boundary';
import { rest, type Rest } from './parts';

/** The columns of a wide page, which are the tabs of a narrow one; each is called as its first panel. */
export const COLUMNS = ['input', 'spikes', 'training'] as const;
export type Column = (typeof COLUMNS)[number];

/** A panel that is there from the start. */
const now = (name: PanelName, part: ReactNode) => () => (
  <PanelBoundary title={panelTitle(name)}>{part}</PanelBoundary>
);

/** A panel of the rest: an empty one stands in its place until it comes. */
const later = (name: PanelName, choose: (parts: Rest) => ComponentType) =>
  lazyPart(
    afterFirstAnswer(async () => choose(await rest())),
    {
      waiting: <Panel title={panelTitle(name)}>{null}</Panel>,
      bound: (part, again) => (
        <PanelBoundary title={panelTitle(name)} onAgain={again}>
          {part}
        </PanelBoundary>
      ),
    },
  );

/** Shown in place of the rasters: where it is on its way, nothing stands there. */
const Circuit = lazyPart(afterFirstAnswer(async () => (await rest()).Circuit));

const TABLE: Record<PanelName, { column: Column; Shown: ComponentType }> = {
  input: { column: 'input', Shown: now('input', <InputPanel />) },
  samples: { column: 'input', Shown: now('samples', <SamplesPanel />) },
  spikes: {
    column: 'spikes',
    Shown: now('spikes', <SpikesPanel replay={<ReplayBar />} circuit={<Circuit />} />),
  },
  neuron: { column: 'spikes', Shown: later('neuron', (parts) => parts.NeuronPanel) },
  training: { column: 'training', Shown: later('training', (parts) => parts.TrainingColumn) },
};

/** Those of the panels that stand in a column, in the order of the page. */
export const panelsIn = (column: Column, panels: readonly PanelName[]): ReactNode[] =>
  panels
    .filter((name) => TABLE[name].column === column)
    .map((name) => {
      const { Shown } = TABLE[name];
      return <Shown key={name} />;
    });
