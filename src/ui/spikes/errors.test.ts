import { describe, expect, it } from 'vitest';
import { until } from '../../session/session.test-data';
import { testView } from '../../view/view.test-data';
import { errorTargets, targetClass } from '../../view/scene/error-target';
import { errorWords } from '../../view/words/spike-words';

describe('targetClass', () => {
  const sample = { role: 'test', index: 3, label: 7 } as const;

  it('is the label, or the class asked for', () => {
    expect(targetClass('off', sample, 10)).toBeNull();
    expect(targetClass('label', sample, 10)).toBe(7);
    expect(targetClass('label', null, 10)).toBeNull();
    expect(targetClass('4', null, 10)).toBe(4);
  });

  it('is none where a smaller network has no such class', () => {
    expect(targetClass('7', null, 4)).toBeNull();
    expect(targetClass('label', sample, 4)).toBeNull();
  });

  it('offers every class', () => {
    expect(errorTargets({ layers: [3] }, sample).map(({ value }) => value)).toEqual([
      'off',
      'label',
      '0',
      '1',
      '2',
    ]);
  });
});

describe('errorWords', () => {
  it('say the direction', () => {
    expect(errorWords(0.3124)).toBe('should spike earlier (dE/dt = 0.312)');
    expect(errorWords(-0.02)).toBe('should spike later (dE/dt = −0.0200)');
    expect(errorWords(0)).toBe('no temporal error');
  });
});

describe('the errors of a session', () => {
  it('ask the class that should win for an earlier spike and the winner for a later one', async () => {
    const { session, view } = testView();
    await session.ready;
    await until(
      () => session.spikes.store.getState().run !== null && !session.spikes.store.getState().blank,
    );
    const winner = session.spikes.store.getState().answer!.class!;
    const other = (winner + 1) % 3;
    expect(view.derived.errors()).toBeNull();
    view.store.setState({ errors: `${other}` });
    const errors = view.derived.errors()!;
    expect(errors.deltas.map((d) => d.length)).toEqual([64, 12, 3]);
    expect(errors.deltas[2]![other]).toBeGreaterThan(0);
    expect(errors.deltas[2]![winner]).toBeLessThan(0);
    await session.dispose();
  });
});
