/** What happens on the page while a network of another size is on its way to the engine. */
import { expect, test } from 'vitest';
import type { ImageSet } from '../../data/image-set';
import type { Stroke } from '../../data/strokes';
import { createReferenceEngine } from '../../engine/reference/reference';
import { forward } from '../../model/step';
import { NO_BREAKPOINTS } from '../training/breakpoints';
import { createWatch } from '../training/breakpoints-watch';
import { createDataStore } from '../data/data-state';
import { createPlayback } from '../stimulus/playback';
import { createStimulus } from '../stimulus/stimulus';
import { createBreakpointsStore } from '../training/breakpoints-state';
import { createTrainingStore } from '../training/training-state';
import { createNetworkStore } from './network';
import { idxFiles, shapes, smallNetwork, SPEC, testSession, until } from '../session.test-data';

const STROKE: Stroke = {
  points: [
    { x: 0.3, y: 0.2 },
    { x: 0.6, y: 0.8 },
  ],
  width: 0.1,
};

/** Networks of one size after the other: twice as many bytes, half as many pixels a side, another number altogether. */
const SIZES = [
  { width: 16, height: 16 },
  { width: 8, height: 8 },
  { width: 5, height: 7 },
];

test('who draws, and asks for misread samples, hears of no error and sees the new network', async () => {
  /** After setNetwork the engine has the new network, and the page still the old one. */
  const steps: (() => void)[] = [];
  const session = testSession({
    async startEngine() {
      const engine = createReferenceEngine();
      const slow: typeof engine = {
        ...engine,
        async setNetwork(network) {
          await engine.setNetwork(network);
          await new Promise<void>((resolve) => steps.push(resolve));
        },
      };
      return { engine: slow, reason: 'for a test' };
    },
  });
  await until(() => steps.length === 1);
  steps[0]!();
  await session.ready;
  const said: string[] = [];
  session.messages.store.subscribe(({ messages }) => said.push(...messages.map((m) => m.text)));
  for (const [n, size] of SIZES.entries()) {
    const input = { ...SPEC.input, ...size };
    const change = session.network.change({ ...SPEC, input });
    await until(() => steps.length === n + 2);
    session.stimulus.beginStroke(STROKE);
    void session.training.evaluate();
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
    steps[n + 1]!();
    await change;
    session.stimulus.beginStroke(STROKE);
    const { spec, weights } = session.network.store.getState();
    expect(spec.input).toEqual(input);
    const { image } = session.stimulus.store.getState();
    const own = forward(spec, weights!, image).layers.at(-1)!.volley.times;
    const now = () => session.spikes.store.getState();
    await until(() => !now().blank && now().run!.layers.length === 3);
    expect([...now().run!.layers.at(-1)!.times]).toEqual([...Float32Array.from(own)]);
  }
  expect(said).toEqual([]);
  await session.dispose();
});

/** Four images of 4 x 4 are one of 8 x 8, byte for byte. */
const quarter = (set: ImageSet): ImageSet => ({
  ...set,
  width: 4,
  height: 4,
  images: set.images.slice(0, set.count * 16),
});

test('a breakpoint of falling silent does not look at data that the network cannot read', async () => {
  const engine = createReferenceEngine();
  const core = {
    breakpoints: createBreakpointsStore(),
    data: createDataStore(),
    network: createNetworkStore(),
    playback: createPlayback(),
    stimulus: createStimulus(8, 8),
    training: createTrainingStore(),
  };
  core.network.setState({ spec: SPEC });
  core.data.setState(({ test: part }) => ({ test: { ...part, set: quarter(shapes(60, 5)) } }));
  core.breakpoints.setState({
    breakpoints: { ...NO_BREAKPOINTS, neuron: { on: true, which: 'any' } },
  });
  await engine.setNetwork(smallNetwork());
  const watch = createWatch(core);
  await watch.begin(engine);
  expect(await watch.stepped(engine, 1)).toBe(false);
});

test('training on images of another size is refused in the words of the data, with the remedy', async () => {
  const session = testSession();
  await session.ready;
  await until(() => session.data.store.getState().train.status === 'ready');
  await session.data.loadFiles(idxFiles(quarter(shapes(60, 5))));
  await session.training.run();
  const messages = () => session.messages.store.getState().messages;
  expect(messages().map((m) => m.text)).toEqual([
    'These images are 4 x 4 pixels, but the network reads 8 x 8: edit the network to fit them.',
  ]);
  messages()[0]!.action!.run();
  await until(() => messages().length === 0);
  await session.training.run();
  expect(session.training.store.getState().status).toBe('finished');
  await session.dispose();
});
