import { expect, it } from 'vitest';
import { casesOf, NETWORK_ENDS, TRAINING_ENDS } from '../../model/ranges.test-data';
import { DEFAULT_TRAINING } from '../../model/training';
import { DEFAULT_LINK, SESSION_LINK } from './session-link';
import { networkOf, settingsOf } from './link-state';
import { origin, readOr, settings } from '../runs/stored';

const inLink = (key: string) => ({ learningRate: 'rate', kernel: 'k' })[key] ?? key;

it.each(casesOf(TRAINING_ENDS))(
  'a link and what was stored, with %s %d: taken %s',
  (key, value, ok) => {
    const { state, problem } = SESSION_LINK.decode(`v=1&${inLink(key)}=${value}`);
    const stored = readOr(() => settings({ ...DEFAULT_TRAINING, [key]: value }));
    if (ok) {
      expect(problem).toBeNull();
      expect(settingsOf(state)[key]).toBe(value);
      expect(stored).toEqual({ ...DEFAULT_TRAINING, [key]: value });
    } else {
      expect(problem).toContain('must be');
      expect(state).toBe(DEFAULT_LINK);
      expect(stored).toBeNull();
    }
  },
);

it.each(casesOf(NETWORK_ENDS))('a link with %s %d: taken %s', (key, value, ok) => {
  const { state, problem } = SESSION_LINK.decode(`v=1&${inLink(key)}=${value}`);
  if (ok) expect(JSON.stringify(networkOf(state))).toContain(`"${key}":${value}`);
  else expect(problem).toContain('must be');
});

it.each(casesOf({ seed: TRAINING_ENDS.seed, threshold: NETWORK_ENDS.threshold }))(
  'new weights that were stored, of %s %d: taken %s',
  (key, value, ok) => {
    const birth = { seed: 1, threshold: 1, drive: 100, [key]: value };
    const found = readOr(() => origin({ kind: 'new', name: '', birth }));
    expect(found?.birth?.[key] ?? null).toBe(ok ? value : null);
  },
);
