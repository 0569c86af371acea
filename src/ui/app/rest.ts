/**
 * All that the first drawing does not need, in one file, which is fetched after the first answer. One: what several files
 * share would be a file more, and where that fails to come Firefox never asks for it again.
 */
export { Circuit } from '../circuit/circuit';
export { default as FilmDialog } from '../film/film-dialog';
export { DataSheet } from '../header/data-sheet';
export { EngineSheet } from '../header/engine-sheet';
export { default as NirDialog } from '../header/nir-dialog';
export { default as AboutDialog } from '../help/about-dialog';
export { default as GlossaryDialog } from '../help/glossary-dialog';
export { default as HelpDialog } from '../help/help-dialog';
export { PointInput } from '../input/point-input';
export { PopoverSheet } from '../kit/popover-sheet';
export { TermTip } from '../kit/term/term-tip';
export { default as ModelsDialog } from '../models/models-dialog';
export { default as DescribeDialog } from '../network/describe-dialog';
export { default as NetworkDialog } from '../network/network-dialog';
export { NeuronPanel } from '../neuron/neuron-panel';
export { ReplayBar } from '../replay/replay-bar';
export { default as RobustnessDialog } from '../robustness/robustness-dialog';
export { SamplesPanel } from '../samples/samples-panel';
export { SoundButton } from '../spikes/sound/sound-button';
export { SteppedBar } from '../spikes/stepped/stepped-bar';
export { SpikeTable } from '../spikes/table/spike-table';
export { WhatIfBar } from '../spikes/what-if-bar';
export { Tip } from '../spikes/tip';
export { GhostWords } from '../spikes/ghost-words';
export { Strip } from '../spikes/strip';
export { ShareSheet } from '../share/share-sheet';
export { TimeMap } from '../spikes/timemap/time-map';
export { PictureBar } from '../input/picture/picture-bar';
export { PictureTools } from '../input/picture/picture-tools';
export { Hands } from './hands/hands';
export { Saving } from './saving';
export { Spoken } from './spoken';
export { filesOf, takeFiles } from './take-files';
export { TeachingPanel } from './teaching-panel';
export { TrainingColumn } from './training-column';
