/** What was on the page before own classes were taught, as it is kept between visits: the way back to it does not end with a reload. */
import type { Network } from '../../engine/engine';
import type { TrainingSettings } from '../../model/training';
import { dataWords, MNIST } from '../data/data-id';
import { pointsCodec } from '../link/link-points';
import type { Origin } from '../network/network';
import { layersOf, network, origin, orNull, record, settings, text } from '../runs/stored';
import type { Session } from '../session';

export interface Before extends Network {
  origin: Origin;
  settings: TrainingSettings;
  /** The data set (data-id.ts). */
  data: string;
  /** Of points, as a link says them. */
  points: string | null;
}

type Shared = Pick<Session, 'data' | 'messages' | 'network' | 'training'>;

/** What is there now; null where there is no network yet. */
export function present({ data, network: { store }, training }: Shared): Before | null {
  const { spec, weights, origin: from } = store.getState();
  if (!weights) return null;
  const { id, points } = data.store.getState();
  return {
    spec,
    weights,
    origin: from,
    settings: training.store.getState().settings,
    data: id,
    points: points && pointsCodec.write(points),
  };
}

/** @throws whatever it likes where the value is damaged */
export function readBefore(value: unknown): Before {
  const { spec } = record({ spec: network })(value);
  const weights = layersOf(spec);
  return record<Before>({
    spec: () => spec,
    weights,
    origin,
    settings,
    data: text,
    points: orNull(text),
  })(value);
}

/** Brings it back: the network with its weights, MNIST or points with it. Of own files the network alone comes, and that is said. */
export async function putBefore(
  { data, messages, network: networks }: Shared,
  { spec, weights, origin: from, settings: learned, data: id, points }: Before,
): Promise<void> {
  const made = points === null ? undefined : pointsCodec.read(points);
  if (made) await data.loadPoints(made);
  const loading = id === MNIST ? data.loadMnist() : undefined;
  await networks.place({ spec, weights }, from, learned);
  await loading;
  if (!made && !loading) {
    messages.note(
      `The network is back. ${dataWords(id)} came from files: choose them again in the data menu.`,
      { topic: 'teach' },
    );
  }
}
