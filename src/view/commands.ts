/** What keys and buttons do to the time cursor and the view; the page's table of shortcuts lists them. */
import type { KeyCommand } from './keys';
import { nextSpike } from './time/navigation';
import { panBy, zoomAt } from './time/time-axis';
import { SORTS } from './layout/choices';
import { GHOSTS } from './scene/comparison';
import { stepBack } from './present';
import type { View } from './view';
import { nudgeSpike } from './what-if/take-spike';

export interface Command extends KeyCommand {
  /** How the table of shortcuts writes the key. */
  shown: string;
  label: string;
}

function after<T>(options: readonly { value: T }[], value: T): T {
  const at = options.findIndex((option) => option.value === value);
  return options[(at + 1) % options.length]!.value;
}

export function stepSpike(view: View, direction: 1 | -1): void {
  const { session, derived } = view;
  const next = nextSpike(derived.times(), derived.cursor(), direction);
  session.playback.seek(next ?? (direction === 1 ? derived.end() : 0));
}

export function togglePlay(view: View): void {
  const { session } = view;
  if (session.playback.store.getState().playing) session.playback.pause();
  else session.playback.play(view.derived.end());
}

/** Zooms about the cursor, or the middle where the cursor is out of sight. */
export function zoom(view: View, factor: number): void {
  const { derived } = view;
  const end = derived.end();
  const window = view.store.getState().window ?? { start: 0, end };
  const cursor = derived.cursor();
  const seen = cursor >= window.start && cursor <= window.end;
  const anchor = seen ? cursor : (window.start + window.end) / 2;
  view.store.setState({ window: zoomAt(window, anchor, factor, end) });
}

export function resetZoom(view: View): void {
  view.store.setState({ window: null });
}

/** Half a window on or back, where one is zoomed in. @param way 1 or -1 */
export function pan(view: View, way: number): void {
  const { window } = view.store.getState();
  if (!window) return;
  const by = (way * (window.end - window.start)) / 2;
  view.store.setState({ window: panBy(window, by, view.derived.end()) });
}

/** Steps of time by which keys move the selected neuron's spike. */
const MOVES = [
  { step: 0.01, ctrl: false, shown: 'Shift' },
  { step: 0.1, ctrl: 'needed', shown: 'Ctrl Shift' },
] as const;

function moveCommands(view: View): Command[] {
  return MOVES.flatMap(({ step, ctrl, shown }) =>
    ([-1, 1] as const).map((way) => ({
      keys: [way < 0 ? 'ArrowLeft' : 'ArrowRight'],
      shift: true,
      ctrl,
      shown: `${shown} ${way < 0 ? '←' : '→'}`,
      label: `What if the selected spike came ${step} ${way < 0 ? 'earlier' : 'later'}`,
      repeats: true,
      run: () => nudgeSpike(view, way * step),
    })),
  );
}

export function spikeCommands(view: View): Command[] {
  const { session } = view;
  return [
    {
      keys: [' '],
      shown: 'Space',
      label: 'Play or pause the time cursor',
      run: () => togglePlay(view),
    },
    {
      keys: ['ArrowLeft'],
      shown: '←',
      label: 'Back to the spike before',
      repeats: true,
      run: () => stepSpike(view, -1),
    },
    {
      keys: ['ArrowRight'],
      shown: '→',
      label: 'On to the next spike',
      repeats: true,
      run: () => stepSpike(view, 1),
    },
    ...moveCommands(view),
    {
      keys: ['Home'],
      shown: 'Home',
      label: 'Cursor to the start',
      run: () => session.playback.seek(0),
    },
    {
      keys: ['End'],
      shown: 'End',
      label: 'Cursor to the end',
      run: () => session.playback.seek(view.derived.end()),
    },
    {
      keys: ['h'],
      shown: 'H',
      label: 'Hear the spikes while the cursor plays, or not',
      run: () => view.store.setState(({ sound }) => ({ sound: !sound })),
    },
    {
      keys: ['d'],
      shown: 'D',
      label: 'Cursor back to the decision',
      run: () => session.playback.seek(null),
    },
    {
      keys: ['o'],
      shown: 'O',
      label: 'Next order of the rows',
      run: () => view.store.setState(({ sort }) => ({ sort: after(SORTS, sort) })),
    },
    {
      keys: ['t'],
      shown: 'T',
      label: 'The spikes as a table, and back',
      run: () =>
        view.store.setState(({ shows }) => ({ shows: shows === 'table' ? null : 'table' })),
    },
    {
      keys: ['g'],
      shown: 'G',
      label: 'Next kind of ghost',
      run: () =>
        view.store.setState(({ ghost }) => ({ ghost: after(GHOSTS, ghost), compare: null })),
    },
    {
      keys: ['+', '='],
      shown: '+',
      label: 'Zoom in on the cursor',
      repeats: true,
      run: () => zoom(view, 1.6),
    },
    {
      keys: ['-'],
      shown: '−',
      label: 'Zoom out',
      repeats: true,
      run: () => zoom(view, 1 / 1.6),
    },
    { keys: ['0'], shown: '0', label: 'Show all of the time axis', run: () => resetZoom(view) },
    {
      keys: ['Escape'],
      shown: 'Esc',
      label: 'Leave full screen or presentation, else select no neuron',
      run: () => stepBack(view),
    },
  ];
}
