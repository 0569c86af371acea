import { expect, it } from 'vitest';
import { DEFAULT_TRAINING } from '../../model/training';
import { createChosen } from './chosen';

it('tells what was chosen after a moment, and leaves that out', () => {
  const { note, moment, since, left } = createChosen();
  note({ batch: 5 }, DEFAULT_TRAINING);
  const asked = moment();
  note({ ...DEFAULT_TRAINING, epochs: 7 }, DEFAULT_TRAINING);
  expect(since(asked, 'epochs')).toBe(true);
  expect(left({ epochs: 60, batch: 64 }, asked)).toEqual({ batch: 64 });
  expect(left({ epochs: 60, batch: 64 }, moment())).toEqual({ epochs: 60, batch: 64 });
});
