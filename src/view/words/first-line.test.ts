import { afterEach, expect, test } from 'vitest';
import { DEFAULT_NETWORK } from '../../model/network';
import { POINT_SIZE } from '../../data/points/point';
import { langStore } from '../../words/lang/lang';
import { firstLine } from './first-line';

afterEach(() => langStore.setState({ lang: 'en' }));

const said = (spec = DEFAULT_NETWORK) => Object.values(firstLine(spec)).join(' – ');

test('the line says what is shown, whatever the network reads and has', () => {
  expect(said()).toBe(
    'ink spikes early – hidden neurons add spikes up – the output that fires first is the answer',
  );
  expect(said({ ...DEFAULT_NETWORK, input: { ...POINT_SIZE, cut: 0 } })).toMatch(/^large values/);
  const coding = { kernel: 4, stride: 4, train: 'phase' as const };
  expect(said({ ...DEFAULT_NETWORK, coding })).toMatch(/^patches with ink/);
  expect(said({ ...DEFAULT_NETWORK, layers: [10] })).toMatch(
    /the outputs add spikes up – the first/,
  );
  const convolutions = [{ channels: 4, kernel: 5, stride: 2 }];
  expect(said({ ...DEFAULT_NETWORK, convolutions })).toMatch(/– maps and hidden neurons add/);
});

test('the line is German where that is chosen', () => {
  langStore.setState({ lang: 'de' });
  expect(said()).toBe(
    'Tinte feuert früh – verborgene Neuronen zählen Spikes zusammen – der Ausgang, der zuerst feuert, ist die Antwort',
  );
});
