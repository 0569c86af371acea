import { expect, it } from 'vitest';
import { DEFAULT_NETWORK } from '../../model/network';
import { casesOf, TRAINING_ENDS } from '../../model/ranges.test-data';
import { DEFAULT_TRAINING } from '../../model/training';
import { numberFault } from '../kit/read-number';
import { checkDraft } from './draft';
import { CONTROLS } from '../kit/setting/controls';

const { ema: _, ...SHOWN } = TRAINING_ENDS;

it.each(casesOf(SHOWN))('the controls with %s %d: taken %s', (key, value, ok) => {
  const control = CONTROLS.find((c) => c.key === key)!;
  const fault = control.kind === 'number' ? numberFault(control, value) : 'no number';
  expect(fault === null).toBe(ok);
  const loss = key === 'temperature' ? ('cross-entropy' as const) : ('heuristic' as const);
  const draft = checkDraft({
    spec: DEFAULT_NETWORK,
    settings: { ...DEFAULT_TRAINING, loss, [key]: value },
  });
  if (ok) expect(draft).toHaveProperty('spec');
  else expect(draft).toMatchObject({ error: { field: key, message: fault } });
});
