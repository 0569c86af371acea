import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forcedAnswer } from './explain-forced';
import { layerDeadline } from './network';
import { forward } from './step';
import { smallImage, smallSpec, smallWeights, testRandom, volley } from './testing';

const seed = fc.integer({ min: 0, max: 1e6 });

function sample(n: number, response: 'average-delay' | 'exponential') {
  const spec = smallSpec({ layers: [9, 4], response, deadline: 0.7 });
  const random = testRandom(n);
  const weights = smallWeights(spec, random);
  const pass = forward(spec, weights, smallImage(spec, random, 40));
  return { spec, weights, pass, volleys: [pass.input, ...pass.layers.map((l) => l.volley)] };
}

describe('forcedAnswer', () => {
  it.each(['average-delay', 'exponential'] as const)(
    'is the answer or guess from the deadline on, and never changes after the first output spike (%s)',
    (response) => {
      let guesses = 0;
      fc.assert(
        fc.property(seed, (n) => {
          const { spec, weights, pass, volleys } = sample(n, response);
          const end = layerDeadline(spec, 2);
          const { answer } = pass;
          for (const t of [end, end + 5]) {
            expect(forcedAnswer(spec, weights, volleys, t).class).toBe(
              answer.class ?? answer.guess,
            );
          }
          if (answer.decisionTime === null) guesses++;
          else {
            const { decisionTime } = answer;
            expect(forcedAnswer(spec, weights, volleys, decisionTime)).toMatchObject({
              class: answer.class,
              by: 'spike',
            });
            expect(forcedAnswer(spec, weights, volleys, decisionTime - 1e-6).by).toBe('potential');
          }
        }),
        { seed: 5, numRuns: 150 },
      );
      expect(guesses).toBeGreaterThan(3);
    },
  );

  it('takes the highest potential before an output fires, and none for a blank image', () => {
    const spec = smallSpec({ layers: [3] });
    const weights = new Float64Array(36);
    // Class 0 rises first, class 2 faster but later.
    weights[0] = 0.5;
    weights[24 + 1] = 2;
    const silent = Array.from({ length: 10 }, () => Infinity);
    const input = volley([0, 0.5, ...silent]);
    const volleys = [input, volley([Infinity, Infinity, 1])];
    const at = (t: number) => forcedAnswer(spec, [weights], volleys, t);
    expect(at(0)).toMatchObject({ class: 0, by: 'potential' });
    expect(at(0.6)).toMatchObject({ class: 0, by: 'potential' });
    expect([...at(0.6).potential]).toEqual([0.3, 0, 2 * (0.6 - 0.5)]);
    expect(at(0.8)).toMatchObject({ class: 2, by: 'potential' });
    expect(at(1)).toMatchObject({ class: 2, by: 'spike' });
    const blank = [volley([Infinity, Infinity, ...silent]), volley([Infinity, Infinity, Infinity])];
    expect(forcedAnswer(spec, [weights], blank, 9)).toMatchObject({ class: null, by: null });
  });
});
