/** The panels by name, each in its error boundary, and where it stands; what the first drawing does not need comes in its own file. */
import type { ComponentType, ReactNode } from 'react';
import { panelTitle, type PanelName } from '../../view/panels';
import { InputPanel } from '../input/input-panel';
import { PointsAwaited } from '../input/points-awaited';
import { lazyPart } from '../kit/lazy-part';
import { Panel } from '../kit/panel';
import { useShownPanels } from '../kit/use-shown-panels';
import { useTabbed } from '../kit/use-tabbed';
import { SpikesPanel } from '../spikes/spikes-panel';
import { afterFirstAnswer } from './first-answer';
import { optionalPart } from './optional-part';
import { LessonOffer } from './learn';
import { PanelBoundary } from './panel-boundary';
import { rest, type Rest } from './parts';
import styles from './app.module.css';

/** The columns of a wide page, which are the tabs of a narrow one; each is called as its first panel. */
export const COLUMNS = ['input', 'spikes', 'training'] as const;
export type Column = (typeof COLUMNS)[number];

/** A panel that is there from the start. */
const now = (name: PanelName, part: ReactNode) => () => (
  <PanelBoundary title={panelTitle(name)}>{part}</PanelBoundary>
);

/** A panel of the rest: another stands in its place until it comes, or says that it did not. */
const inPlace = (name: PanelName, load: () => Promise<ComponentType>, waiting: ReactNode) =>
  lazyPart(load, {
    waiting,
    bound: (part, again) => (
      <PanelBoundary title={panelTitle(name)} onAgain={again}>
        {part}
      </PanelBoundary>
    ),
  });

const later = afterFirstAnswer(rest);

/** One that waits for the first answer. */
const panelOf = (name: PanelName, choose: (parts: Rest) => ComponentType) =>
  inPlace(name, async () => choose(await later()), <Panel title={panelTitle(name)}>{null}</Panel>);

/** Who looks at points draws nothing: this one comes as soon as it can. */
const PointInput = inPlace('input', async () => (await rest()).PointInput, <PointsAwaited />);

/** Shown in place of the rasters: where they are on their way, nothing stands there. */
const TimeMap = lazyPart(async () => (await later()).TimeMap);
const Circuit = lazyPart(async () => (await later()).Circuit);
const PictureBar = optionalPart((parts) => parts.PictureBar);
const PictureTools = optionalPart((parts) => parts.PictureTools);
const ReplayBar = lazyPart(async () => (await later()).ReplayBar);
const WhatIfBar = lazyPart(async () => (await later()).WhatIfBar);
const Saving = optionalPart((parts) => parts.Saving);
const SoundButton = optionalPart((parts) => parts.SoundButton);
const SteppedBar = lazyPart(async () => (await later()).SteppedBar);
const Strip = optionalPart((parts) => parts.Strip);
const GhostWords = optionalPart((parts) => parts.GhostWords);
const Tip = optionalPart((parts) => parts.Tip);
const SpikeTable = lazyPart(async () => (await later()).SpikeTable);

/** Where the spikes are a tab of their own, they are seen with the pad all the same. Its place is there before it comes. */
function StripOnPhone() {
  const tabbed = useTabbed();
  const panels = useShownPanels();
  if (!tabbed || !panels.includes('spikes')) return null;
  return (
    <div className={styles.strip}>
      <Strip />
    </div>
  );
}

const TABLE: Record<PanelName, { column: Column; Shown: ComponentType }> = {
  input: {
    column: 'input',
    Shown: now(
      'input',
      <>
        <InputPanel points={<PointInput />} tools={<PictureTools />} picture={<PictureBar />} />
        <StripOnPhone />
        <LessonOffer />
      </>,
    ),
  },
  samples: { column: 'input', Shown: panelOf('samples', (parts) => parts.SamplesPanel) },
  spikes: {
    column: 'spikes',
    Shown: now(
      'spikes',
      <SpikesPanel
        replay={<ReplayBar />}
        whatIf={<WhatIfBar />}
        stepped={<SteppedBar />}
        map={<TimeMap />}
        table={<SpikeTable />}
        circuit={<Circuit />}
        sound={<SoundButton />}
        saving={<Saving />}
        ghost={<GhostWords />}
        Tip={Tip}
      />,
    ),
  },
  neuron: { column: 'spikes', Shown: panelOf('neuron', (parts) => parts.NeuronPanel) },
  training: { column: 'training', Shown: panelOf('training', (parts) => parts.TrainingColumn) },
};

/** Those of the panels that stand in a column, in the order of the page. */
export const panelsOf = (column: Column, panels: readonly PanelName[]): PanelName[] =>
  panels.filter((name) => TABLE[name].column === column);

export function panelIn(name: PanelName): ReactNode {
  const { Shown } = TABLE[name];
  return <Shown key={name} />;
}

export const panelsIn = (column: Column, panels: readonly PanelName[]): ReactNode[] =>
  panelsOf(column, panels).map(panelIn);
