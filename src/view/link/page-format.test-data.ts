/** Random states that a page can be in, for properties of links. */
import { TIME_STEPS } from '../../model/stepped';
import fc from 'fast-check';
import type { Edit } from '../../model/explain-what-if';
import {
  classCount,
  inputCount,
  layerDeadline,
  layerSizes,
  POLARITIES,
  TRAIN_CODES,
  type NetworkSpec,
} from '../../model/network';
import { RANGES } from '../../model/ranges';
import { DISTORTIONS } from '../../model/training';
import { MOST_HIDDEN } from '../../model/validate';
import { layerPlans, patchNeuron, positionOf } from '../../model/layers';
import { withFittingConvolutions } from '../../session/network/network';
import { fromNetwork, fromSettings } from '../../session/link/link-state';
import { strokes } from '../../session/link/link-drawing.test-data';
import { SHOWS, SORTS } from '../layout/choices';
import { STEPS } from '../../data/points/point';
import { POINT_SET_NAMES } from '../../data/points/point-sets';
import { PANELS } from '../panels';
import { DEPTHS } from '../plane/depth';
import { GHOSTS } from '../scene/comparison';
import { PAGE_LINK, type PageLink } from './page-format';
import type { PartsLinked } from './parts';

const within = (low: number, high: number) =>
  fc.double({ min: low, max: high, minExcluded: true, maxExcluded: true, noNaN: true });
const natural = (max: number) => fc.integer({ min: 0, max });
const oneOf = <T>(options: readonly { value: T }[]) =>
  fc.constantFrom(...options.map(({ value }) => value));
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const convolution = fc
  .record({ channels: fc.integer({ min: 1, max: 64 }), kernel: fc.integer({ min: 1, max: 8 }) })
  .chain((shape) =>
    fc.integer({ min: 1, max: shape.kernel }).map((stride) => ({ ...shape, stride })),
  );

const network: fc.Arbitrary<NetworkSpec> = fc
  .record({
    width: fc.integer({ min: 8, max: 64 }),
    height: fc.integer({ min: 8, max: 64 }),
    cut: within(0, 1),
    kernel: fc.integer({ min: 1, max: 8 }),
    train: fc.constantFrom(...TRAIN_CODES),
    polarity: fc.constantFrom(...POLARITIES),
    response: fc.constantFrom('average-delay' as const, 'exponential' as const),
    hidden: fc.array(fc.integer({ min: 1, max: 1024 }), { maxLength: 3 }),
    classes: fc.integer({ min: 2, max: 64 }),
    // Smaller ones are 0 in float32, which is refused.
    threshold: within(1e-30, 100),
    deadline: within(1e-30, 100),
  })
  .chain(({ width, height, cut, kernel, train, polarity, hidden, classes, ...rest }) =>
    fc
      .record({
        stride: fc.integer({ min: 1, max: kernel }),
        convolutions: fc.array(convolution, { maxLength: 2 }),
      })
      .map(({ stride, convolutions }) => {
        const dense = {
          ...rest,
          input: { width, height, cut },
          coding:
            polarity === 'both'
              ? { kernel: 1, stride: 1, train, polarity }
              : { kernel, stride, train },
          layers: [...hidden, classes],
        };
        // Without those that do not fit the layer before, or are one layer too many.
        return withFittingConvolutions({ ...dense, convolutions });
      }),
  );

const settings = fc.record({
  epochs: fc.integer({ min: 1, max: 10_000 }),
  batch: fc.integer({ min: 1, max: 1024 }),
  learningRate: fc.oneof(fc.constant(2e-3), within(0, 10)),
  loss: fc.constantFrom('heuristic' as const, 'cross-entropy' as const),
  margin: within(1e-30, 100),
  temperature: within(1e-30, 100),
  optimizer: fc.constantFrom('adam' as const, 'sgd' as const),
  distort: fc.constantFrom(...DISTORTIONS),
  ema: within(0, 1),
  seed: natural(0xffff_ffff),
});

/** A what-if of a network. */
const edit = (spec: NetworkSpec): fc.Arbitrary<Edit> => {
  const sizes = layerSizes(spec);
  const plans = layerPlans(spec);
  const layer = fc.integer({ min: 1, max: sizes.length - 1 });
  return fc.oneof(
    fc.integer({ min: 0, max: sizes.length - 1 }).chain((l) =>
      fc.record({
        kind: fc.constant('time' as const),
        layer: fc.constant(l),
        neuron: natural(sizes[l]! - 1),
        time: within(0, l === 0 ? 1 : layerDeadline(spec, l)),
      }),
    ),
    layer.chain((l) =>
      fc.record({
        kind: fc.constant('silence' as const),
        layer: fc.constant(l),
        neuron: natural(sizes[l]! - 1),
      }),
    ),
    layer.chain((l) =>
      fc
        .record({
          kind: fc.constant('weight' as const),
          layer: fc.constant(l),
          postsynaptic: natural(sizes[l]! - 1),
          element: natural(plans[l - 1]!.inputs - 1),
          value: within(-10, 10).map((n) => n + 0),
        })
        .map(({ element, ...synapse }) => {
          const plan = plans[l - 1]!;
          const position = positionOf(plan, synapse.postsynaptic);
          return { ...synapse, presynaptic: patchNeuron(plan, position, element) };
        }),
    ),
    fc.record({ kind: fc.constant('threshold' as const), value: within(1e-30, 100) }),
  );
};

const latest = (MOST_HIDDEN + 1) * RANGES.deadline.range[1];

/** What of a network is looked at. */
const selection = (spec: NetworkSpec) => {
  const sizes = layerSizes(spec);
  return fc.record({
    neuron: orNull(
      natural(sizes.length - 1).chain((layer) =>
        natural(sizes[layer]! - 1).map((neuron) => ({ layer, neuron })),
      ),
    ),
    t: orNull(within(0, latest)),
    drive: orNull(within(0, inputCount(spec))),
  });
};

/** How it is looked at: types ask for every part. */
const parts = (spec: NetworkSpec): { [K in keyof PartsLinked]: fc.Arbitrary<PartsLinked[K]> } => ({
  shows: oneOf([{ value: null }, ...SHOWS]),
  sort: oneOf(SORTS),
  ghost: oneOf(GHOSTS),
  compare: orNull(
    fc.oneof(
      fc.constant('counterpart' as const),
      fc.record({ dt: fc.constantFrom(...TIME_STEPS) }),
      fc.record({
        role: fc.constantFrom('test' as const, 'train' as const),
        index: natural(70_000),
      }),
    ),
  ),
  errors: fc.oneof(
    fc.constantFrom('off' as const, 'label' as const),
    natural(classCount(spec) - 1).map((c) => `${c}` as const),
  ),
  window: orNull(fc.tuple(within(0, 1), within(1, latest)).map(([start, end]) => ({ start, end }))),
  edits: fc.array(edit(spec), { maxLength: 5 }),
  focus: orNull(natural(layerSizes(spec).length - 1)),
  hide: fc.subarray([...PANELS]),
  depth: oneOf(DEPTHS),
  lesson: orNull(natural(99)),
  sensitivities: fc.boolean(),
});

const step = fc.integer({ min: 0, max: STEPS }).map((n) => n / STEPS);
const placed = (label: number) => fc.record({ x: step, y: step, label: fc.constant(label) });
/** Points of two classes, in the order of links. */
const ownPoints = fc
  .tuple(...[0, 1].map((label) => fc.array(placed(label), { minLength: 1, maxLength: 12 })))
  .map((classes) => ({ set: 'own' as const, points: classes.flat() }));

const rest = fc.record({
  weights: orNull(fc.constantFrom('new', '784-128-10', 'mnist-k2.1')),
  born: orNull(natural(0xffff_ffff)),
  bornThreshold: orNull(within(1e-30, 100)),
  trained: fc.boolean(),
  data: fc.oneof(
    fc.constant('MNIST'),
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((s) => s.length <= 80 && !s.includes('\0')),
  ),
  sample: natural(70_000),
  of: fc.constantFrom('test' as const, 'train' as const),
  draw: orNull(strokes),
  class: orNull(natural(25)),
  misread: fc.boolean(),
  points: orNull(
    fc.oneof(
      fc.record({
        set: fc.constantFrom(...POINT_SET_NAMES),
        noise: within(0, 0.5),
        count: fc.integer({ min: 4, max: 60_000 }),
        testCount: fc.integer({ min: 4, max: 60_000 }),
        seed: natural(0xffff_ffff),
        classes: fc.integer({ min: 2, max: 4 }),
      }),
      ownPoints,
    ),
  ),
});

/** Any state whose parts go together. */
export const state: fc.Arbitrary<PageLink> = network.chain((spec) =>
  fc
    .tuple(selection(spec), fc.record(parts(spec)), settings, rest)
    .map(([selected, looks, s, more]) => ({
      ...PAGE_LINK.fallback,
      ...more,
      ...fromNetwork(spec),
      ...fromSettings(s),
      ...selected,
      ...looks,
    })),
);

/** A link that says something. */
export const link: fc.Arbitrary<string> = state.map(PAGE_LINK.encode).filter((hash) => hash !== '');
