import { afterEach, expect, test } from 'vitest';
import { explainNeuron } from '../../model/explain';
import { volleyOf } from '../../model/volley';
import { langStore } from '../../words/lang/lang';
import { storyOf } from './story';

afterEach(() => langStore.setState({ lang: 'en' }));

const settings = { response: 'average-delay', threshold: 1, deadline: 3 } as const;
// Four come in time, one holds it back; the last, at 2, comes too late.
const volley = volleyOf(Float64Array.from([0.3, 0.1, 0.2, 0.4, 2]));
const explained = explainNeuron(volley, [1, 2, -0.5, 0.1, 9], 0, settings);
const nameOf = (i: number) => `hidden ${i}`;
const tell = (e = explained) => storyOf(e, 'output 7', nameOf, { place: 1, of: 10 });

test('tells the three largest causes in order of time, then what all come to', () => {
  // 2.6 t = 1 + 0.3 + 0.2 - 0.1 + 0.04
  expect(explained.time).toBeCloseTo(1.44 / 2.6, 12);
  const story = tell();
  expect(story.map(({ cause }) => cause)).toEqual([1, 2, 0, null]);
  expect(story.map(({ at }) => at)).toEqual([0.1, 0.2, 0.3, explained.time]);
  expect(story[0]!.says).toBe(
    'hidden 1 spikes at 0.100: from now on output 7 rises by 2.000 per unit of time.',
  );
  expect(story[1]!.says).toContain('falls by 0.500 per');
  expect(story[3]!.says).toBe(
    '0.908 + 0.254 + −0.177 + 1 more (0.015) = 1, the threshold: output 7 fires at 0.554, first of 10.',
  );
});

test('the parts that it names make the threshold', () => {
  const end = tell().at(-1)!.says;
  const parts = end
    .split(' = ')[0]!
    .replaceAll(/\d+ more \(([^)]*)\)/g, '$1')
    .replaceAll('−', '-');
  const sum = parts.split(' + ').reduce((all, part) => all + Number(part), 0);
  expect(sum).toBeCloseTo(1, 2);
});

test('a silent neuron has no story; an exponential push is said as one', () => {
  expect(tell(explainNeuron(volley, [0.1, 0, 0, 0, 0], 0, settings))).toEqual([]);
  const push = explainNeuron(volley, [2, 2, 0, 0, 0], 0, { ...settings, response: 'exponential' });
  expect(tell(push)[0]!.says).toBe(
    'hidden 1 spikes at 0.100: it pushes output 7 with a weight of 2.000.',
  );
});

test('is told in German, too', () => {
  langStore.setState({ lang: 'de' });
  expect(tell()[0]!.says).toMatch(/Von jetzt an steigt output 7 um 2\.000 je Zeiteinheit\.$/);
  expect(tell().at(-1)!.says).toMatch(
    /die Schwelle: output 7 feuert bei 0\.554, als erster von 10\.$/,
  );
});
