/** Every shortcut of the page, in one table: the keys and the help dialog both read it. */
import { isTraining } from '../session/training/training-state';
import { openDialog } from './dialogs';
import { swapPad } from './pad-view';
import { toggleFullPanel } from './full-panel';
import { togglePresentation } from './present';
import { spikeCommands, type Command } from './commands';
import type { View } from './view';
import { redoLatest, undoLatest } from './what-if/undo-latest';

export interface Shortcut extends Command {
  group: string;
}

export function shortcuts(view: View): Shortcut[] {
  const { session } = view;
  const { stimulus, training } = session;
  const input = (keys: string[], shown: string, label: string, run: () => void): Shortcut => ({
    group: 'Input',
    keys,
    shown,
    label,
    run,
  });
  return [
    ...spikeCommands(view).map((command) => ({ group: 'Spikes', ...command })),
    { ...input(['n'], 'N', 'Next sample', () => void stimulus.step(1)), repeats: true },
    {
      ...input(['n'], 'Shift N', 'Previous sample', () => void stimulus.step(-1)),
      shift: true,
      repeats: true,
    },
    input(['x'], 'X', 'A random sample', () => void stimulus.random()),
    input(['m'], 'M', 'Only misread samples, or all', () => {
      const { filter } = stimulus.store.getState();
      void stimulus.setFilter({ label: filter.label, misread: !filter.misread });
    }),
    input(['c'], 'C', 'Clear the pad', () => stimulus.clear()),
    {
      ...input(['z'], 'Z', 'Undo the last stroke or what-if (Ctrl Z as well)', () =>
        undoLatest(view),
      ),
      ctrl: true,
      repeats: true,
    },
    {
      ...input(['z'], 'Shift Z', 'Redo it (Ctrl Shift Z as well)', () => redoLatest(view)),
      shift: true,
      ctrl: true,
      repeats: true,
    },
    {
      ...input(['y'], 'Ctrl Y', 'Redo it, too', () => redoLatest(view)),
      ctrl: 'needed',
      repeats: true,
    },
    input(['v'], 'V', 'Ink or spike times', () => swapPad(view)),
    {
      group: 'Training',
      keys: ['r'],
      shown: 'R',
      label: 'Run or pause',
      run: () =>
        void (isTraining(training.store.getState().status) ? training.pause() : training.run()),
    },
    {
      group: 'Training',
      keys: ['s'],
      shown: 'S',
      label: 'One step (a batch)',
      run: () => {
        if (!isTraining(training.store.getState().status)) void training.step();
      },
    },
    {
      group: 'Page',
      keys: ['p'],
      shown: 'P',
      label: 'Presentation: everything larger, for a projector',
      run: () => togglePresentation(view),
    },
    {
      group: 'Page',
      keys: ['f'],
      shown: 'F',
      label: 'Full screen for the panel pointed at, or back',
      run: () => toggleFullPanel(),
    },
    {
      group: 'Page',
      keys: ['e'],
      shown: 'E',
      label: 'Edit the network',
      run: () => openDialog('network'),
    },
    { group: 'Page', keys: ['?'], shown: '?', label: 'This help', run: () => openDialog('help') },
  ];
}
