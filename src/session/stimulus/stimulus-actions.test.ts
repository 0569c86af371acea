import { expect, it } from 'vitest';
import { snapPoint } from '../../data/drawing-grid';
import { drawStrokes } from '../../data/strokes';
import { normalise } from '../../data/normalise';
import { createDataStore } from '../data/data-state';
import { createMessages } from '../core/messages';
import { createNetworkStore } from '../network/network';
import { createStimulus } from './stimulus';
import { createStimulusActions } from './stimulus-actions';

const none = () => Promise.resolve();

function drawing() {
  const stimulus = createStimulus(28, 28);
  const core = {
    data: createDataStore(),
    messages: createMessages(),
    network: createNetworkStore(),
    stimulus,
  };
  return createStimulusActions(core, { present: none }, none);
}

const POINTS = [
  { x: 0.3001, y: 0.2002 },
  { x: 0.5555, y: 0.6666 },
  { x: 0.7007, y: 0.9009 },
];

it('draws on the grid, and what is seen is the drawing on the grid', () => {
  const actions = drawing();
  actions.beginStroke({ points: POINTS.slice(0, 1), width: 0.1 });
  actions.extendStroke({ points: POINTS, width: 0.1 });
  const { strokes, image } = actions.store.getState();
  expect(strokes).toEqual([{ points: POINTS.map(snapPoint), width: 0.1 }]);
  const pixels = drawStrokes(strokes);
  const side = Math.sqrt(pixels.length);
  expect(image).toEqual(normalise(pixels, side, side, 28, 28));
});

it('says that samples are still loading where there are none yet', async () => {
  const said = createMessages();
  const core = {
    data: createDataStore(),
    messages: said,
    network: createNetworkStore(),
    stimulus: createStimulus(28, 28),
  };
  await createStimulusActions(core, { present: none }, none).step(1);
  expect(said.store.getState().messages.map((m) => m.text)).toEqual([
    'The samples are still loading.',
  ]);
});
