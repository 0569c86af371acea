/** Every shortcut of the page, in one table: the keys and the help dialog both read it. */
import type { Session } from '../session/session';
import { isTraining } from '../session/training-state';
import { openDialog } from './dialogs';
import { swapView } from './input/view';
import { spikeCommands } from './spikes/commands';

export interface Shortcut {
  group: string;
  /** `KeyboardEvent.key` values, lower case. */
  keys: string[];
  /** Needs shift; keys that shift itself makes, such as `?`, do not say so. */
  shift?: boolean;
  /** How the help writes the key. */
  shown: string;
  label: string;
  run: () => void;
}

export function shortcuts(session: Session): Shortcut[] {
  const { stimulus, training } = session;
  const input = (keys: string[], shown: string, label: string, run: () => void): Shortcut => ({
    group: 'Input',
    keys,
    shown,
    label,
    run,
  });
  return [
    ...spikeCommands(session).map((command) => ({ group: 'Spikes', ...command })),
    input(['n'], 'N', 'Next sample', () => void stimulus.step(1)),
    input(['p'], 'P', 'Previous sample', () => void stimulus.step(-1)),
    input(['x'], 'X', 'A random sample', () => void stimulus.random()),
    input(['m'], 'M', 'Only misread samples, or all', () => {
      const { filter } = stimulus.store.getState();
      void stimulus.setFilter({ ...filter, misread: !filter.misread });
    }),
    input(['c'], 'C', 'Clear the pad', () => stimulus.clear()),
    input(['z'], 'Z', 'Undo the last stroke', () => stimulus.undo()),
    { ...input(['z'], 'Shift Z', 'Redo it', () => stimulus.redo()), shift: true },
    input(['v'], 'V', 'Ink or spike times', () => swapView(stimulus.store.getState().kind)),
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
      keys: ['e'],
      shown: 'E',
      label: 'Edit the network',
      run: () => openDialog('network'),
    },
    { group: 'Page', keys: ['?'], shown: '?', label: 'This help', run: () => openDialog('help') },
  ];
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey'>;

/** The shortcut of a key, or undefined. */
export function findShortcut(
  table: readonly Shortcut[],
  { key, shiftKey }: KeyPress,
): Shortcut | undefined {
  const wanted = key.length === 1 ? key.toLowerCase() : key;
  const shifted = shiftKey && /^[a-z]$/.test(wanted);
  return table.find(({ keys, shift = false }) => keys.includes(wanted) && shift === shifted);
}
