/** What the plane shows, from the session's state as it is at this moment; each part is worked out once a change. */
import { imageAt, spread, type ImageSet } from '../../data/image-set';
import { PLANE_SIDE } from '../../data/points/plane-grid';
import type { OwnPoint } from '../../data/points/own-points';
import { isPointSize, pointImage, pointOf, type PlanePoint } from '../../data/points/point';
import type { PlaneMaps } from '../../session/maps/plane-maps';
import { memoLast } from '../scene/derive';
import type { Weights } from '../scene/scene';
import { usualShows } from '../layout/choices';
import type { View } from '../view';
import { exists, neuronName } from '../words/names';
import { contour } from './contour';
import { decide, depths, lags, NONE } from './decision';
import type { Depth } from './depth';
import { forcedMap } from './forced';
import { ownEditorOf } from './own-editor';

const PLACES = PLANE_SIDE ** 2;

/** Points on the plane at most: more would hide it. */
const MOST_MARKS = 240;

export interface PlaneGround {
  /** [places] the class that answers; NONE. */
  classes: Uint8Array;
  /** [places] how deep its colour is, in [0, 1]. */
  depth: Float32Array;
  /** Whether no output fires at a place, or none has by the time of the cursor. */
  isSilent: (place: number) => boolean;
  /** Where the first two outputs tie, as pieces of a line (contour.ts). */
  ties: Float32Array[];
}

/** When one neuron fires, over the whole plane. */
export interface NeuronMap {
  /** What is shown: "hidden 3: when it fires". */
  caption: string;
  /** [places] spike times; +Infinity silent. */
  times: Float32Array;
}

export interface PlaneMark extends PlanePoint {
  label: number;
  /** The network answers otherwise. */
  misread: boolean;
}

/** [places] as deep as can be where an output has fired, pale where the highest potential answers. */
function forcedDepth(fired: Uint8Array): Float32Array {
  const depth = new Float32Array(PLACES);
  for (let place = 0; place < PLACES; place++) depth[place] = fired[place] ? 1 : 0.35;
  return depth;
}

/** Tells points of the plane apart. */
const keyOf = (image: Uint8Array, label: number): string => `${image.join(' ')} ${label}`;

export type PlaneScene = ReturnType<typeof createPlaneScene>;

export function createPlaneScene(view: View) {
  const { session, store, derived } = view;
  const own = ownEditorOf(view);
  const decision = memoLast(decide);
  const borders = memoLast((maps: PlaneMaps) =>
    lags(maps).map((lag) => contour(lag, PLANE_SIDE, 0)),
  );
  const atRest = memoLast((maps: PlaneMaps, by: Depth): PlaneGround => {
    const { classes, ...rest } = decision(maps);
    return {
      classes,
      depth: depths({ classes, ...rest }, by),
      isSilent: (place) => classes[place] === NONE,
      ties: borders(maps),
    };
  });
  const atTime = memoLast((maps: PlaneMaps, weights: Weights, t: number): PlaneGround => {
    const { classes, fired } = forcedMap(maps, weights, t);
    return {
      classes,
      depth: forcedDepth(fired),
      isSilent: (place) => fired[place] === 0,
      ties: [],
    };
  });
  const marksOf = memoLast((set: ImageSet, answers: Uint8Array | null): PlaneMark[] => {
    const count = Math.min(MOST_MARKS, set.count);
    const { images, ...size } = spread(set, count);
    return Array.from({ length: count }, (_, n) => {
      const index = Math.floor((n * set.count) / count);
      const label = set.labels[index]!;
      const misread = answers !== null && answers[index] !== label;
      return { ...pointOf(imageAt({ ...size, images }, n)), label, misread };
    });
  });
  const mapOf = memoLast(
    ({ spec, layers }: PlaneMaps, layer: number, neuron: number): NeuronMap => {
      const times = layers[layer]!.subarray(neuron * PLACES, (neuron + 1) * PLACES);
      return { caption: `${neuronName(spec, { layer, neuron })}: when it fires`, times };
    },
  );
  const ownMarks = memoLast(
    (points: readonly OwnPoint[], set: ImageSet | null, answers: Uint8Array | null) => {
      const misread = new Set<string>();
      answers?.forEach((answer, i) => {
        const label = set!.labels[i]!;
        if (answer !== label) misread.add(keyOf(imageAt(set!, i), label));
      });
      return points.map((point): PlaneMark => {
        return { ...point, misread: misread.has(keyOf(pointImage(point), point.label)) };
      });
    },
  );
  const equal = memoLast((times: Float32Array, neuron: number, at: number) =>
    contour(times.subarray(neuron * PLACES, (neuron + 1) * PLACES), PLANE_SIDE, at),
  );

  /** The maps of the network on the page. */
  function maps(): PlaneMaps | null {
    const found = session.maps.store.getState().maps;
    return found?.spec === session.network.store.getState().spec ? found : null;
  }

  return {
    /** null: the maps are not there yet. */
    ground(): PlaneGround | null {
      const found = maps();
      if (!found) return null;
      const { t } = session.playback.store.getState();
      const { weights } = derived.pair();
      if (t !== null && weights) return atTime(found, weights, t);
      return atRest(found, store.getState().depth);
    },
    /** The map of the neuron that is pointed at in the circuit; null where none is. */
    neuronMap(): NeuronMap | null {
      const { hovered } = session.playback.store.getState();
      const found = maps();
      if (!hovered || !found || !exists(found.spec, hovered)) return null;
      const shown = store.getState().shows ?? usualShows(found.spec);
      return shown === 'circuit' ? mapOf(found, hovered.layer, hovered.neuron) : null;
    },
    marks(): PlaneMark[] {
      const { points, test } = session.data.store.getState();
      const { set } = test;
      if (!set || !isPointSize(set)) return [];
      const { answers = null } = session.network.store.getState().evaluation ?? {};
      const known = answers?.length === set.count ? answers : null;
      // Of own points all, those just laid too.
      if (points?.set === 'own') return ownMarks(own.store.getState().points, set, known);
      return marksOf(set, known);
    },
    /** The point that the network looks at; null: none is set. */
    point(): PlanePoint | null {
      const { image, width, height } = session.stimulus.store.getState();
      return isPointSize({ width, height }) && image[4] !== 0 ? pointOf(image) : null;
    },
    /** Where the selected neuron spikes when it does at the point: pieces of a line; null where none is selected, or it is silent. */
    equalTimes(): Float32Array | null {
      const { selected } = session.playback.store.getState();
      const found = maps();
      const run = derived.run();
      if (!selected || !found || !run) return null;
      const at = run.layers[selected.layer]?.times[selected.neuron];
      if (at === undefined || at === Infinity) return null;
      return equal(found.layers[selected.layer]!, selected.neuron, at);
    },
  };
}
