import { expect, test } from 'vitest';
import { parseNetwork } from '../../../model/validate';
import { fieldCaption, fieldGrid } from './field-state';

const spec = parseNetwork({
  coding: { polarity: 'both' },
  convolutions: [{ channels: 4, kernel: 5, stride: 3 }],
  layers: [10],
});
const first = { layer: 1, neuron: 0 };

test('weights from ink and paper are two pictures side by side, in the kernel as in the image', () => {
  expect(fieldGrid(spec, first, 'kernel', 2).maps).toMatchObject({ columns: 5, channels: 2 });
  expect(fieldGrid(spec, first, 'incoming', 2).maps).toMatchObject({ columns: 28, channels: 2 });
  expect(fieldCaption(spec, 'kernel', first)).toBe(
    'The weights that all 64 positions share, of ink and of paper; □\u00a0spikes of this patch, ▨\u00a0below\u00a00',
  );
  const dense = parseNetwork({ coding: { polarity: 'both' } });
  expect(fieldCaption(dense, 'incoming', first)).toBe(
    'Incoming weights, of ink and of paper; □\u00a0spikes, ▨\u00a0below\u00a00',
  );
  expect(fieldCaption(parseNetwork({}), 'incoming', first)).toContain('as the image');
});
