/** Lights a phase in the other views: the rasters it is about, the time cursor, the arrows of the error, the neuron. */
import { layerCount } from '../../model/network';
import type { Phase, SlowStep } from '../../model/slow-step';
import type { Session } from '../../session/session';
import type { ViewState } from '../../view/view-state';
import { neuronOf } from './captions';
import type { View } from '../../view/view';

/** The rasters a phase is about, 0 the input. */
export function litLayers({ kind, layer }: Phase, depth: number): number[] {
  switch (kind) {
    case 'encode':
      return [0];
    case 'propagate':
      return [layer - 1, layer];
    case 'error':
      return [layer, layer + 1];
    case 'decide':
    case 'loss':
      return [layer];
    case 'change':
    case 'after':
      return Array.from({ length: depth + 1 }, (_, l) => l);
  }
}

/** Where the time cursor stands: at what has happened by the end of the phase; null at rest, at the decision. */
function cursorOf({ kind, layer }: Phase, { pass }: SlowStep): number | null {
  const end = (volley: { times: Float64Array; order: Uint32Array }) =>
    volley.order.length === 0 ? null : volley.times[volley.order[volley.order.length - 1]!]!;
  if (kind === 'encode') return end(pass.input);
  if (kind === 'propagate') return end(pass.layers[layer - 1]!.volley);
  return null;
}

/** What the views looked like before slow motion, to be brought back. */
export interface Before {
  view: Pick<ViewState, 'errors' | 'ghost'>;
  selected: ReturnType<Session['playback']['store']['getState']>['selected'];
}

export function remember(view: View): Before {
  const { session } = view;
  const { errors, ghost } = view.store.getState();
  return { view: { errors, ghost }, selected: session.playback.store.getState().selected };
}

export function light(view: View, phase: Phase, step: SlowStep): void {
  const { session } = view;
  document.documentElement.dataset.lit = litLayers(phase, layerCount(step.spec)).join(' ');
  const errs = ['loss', 'error', 'change'].includes(phase.kind);
  view.store.setState({
    errors: errs ? `${step.target}` : 'off',
    ghost: 'weights',
  });
  session.playback.seek(cursorOf(phase, step));
  const neuron = neuronOf(phase, { step });
  if (phase.kind === 'encode') session.playback.select(null);
  else if (neuron) session.playback.select(neuron);
}

export function unlight(view: View, before: Before): void {
  const { session } = view;
  delete document.documentElement.dataset.lit;
  view.store.setState(before.view);
  session.playback.seek(null);
  session.playback.select(before.selected);
}
