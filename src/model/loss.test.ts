import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outputError, type LossSettings } from './loss';

const heuristic: LossSettings = { loss: 'heuristic', margin: 0.1, temperature: 0.04 };
const entropy: LossSettings = { loss: 'cross-entropy', margin: 0.1, temperature: 0.5 };

describe('heuristic', () => {
  test('by hand: only rivals that break the lead are corrected', () => {
    const { loss, error } = outputError([1, 0.95, 1.05, 1.2], 0, 6, heuristic);
    expect(loss).toBeCloseTo(0.05 * (1.5 ** 2 + 0.5 ** 2), 12);
    expect(error[0]).toBeCloseTo(2, 12);
    expect(error[1]).toBeCloseTo(-1.5, 12);
    expect(error[2]).toBeCloseTo(-0.5, 12);
    expect(error[3]).toBeCloseTo(0, 12);
  });

  test('a sample already told apart asks for nothing', () => {
    const { loss, error } = outputError([1, 1.2, Infinity], 0, 6, heuristic);
    expect(loss).toBe(0);
    expect([...error].every((e) => Math.abs(e) === 0)).toBe(true);
  });

  test('silent outputs count as the deadline; a silent target is pushed, a silent rival let be', () => {
    const { loss, error } = outputError([Infinity, 5.95, Infinity], 0, 6, heuristic);
    expect(loss).toBeCloseTo(0.05 * (1.5 ** 2 + 1), 12);
    expect(error[0]).toBeCloseTo(2.5, 12);
    expect(error[1]).toBeCloseTo(-1.5, 12);
    expect(error[2]).toBe(0);
  });
});

describe('cross-entropy', () => {
  test('by hand: softmax over -t / tau', () => {
    const { loss, error } = outputError([1, 1.5, 2], 1, 6, entropy);
    const [a, b, c] = [Math.exp(-2), Math.exp(-3), Math.exp(-4)];
    const sum = a + b + c;
    expect(loss).toBeCloseTo(-Math.log(b / sum), 12);
    expect(error[0]).toBeCloseTo(-a / sum / 0.5, 12);
    expect(error[1]).toBeCloseTo((1 - b / sum) / 0.5, 12);
    expect(error[2]).toBeCloseTo(-c / sum / 0.5, 12);
  });

  test('a silent rival is never asked to fire later', () => {
    const { loss, error } = outputError([1, Infinity], 0, 2, entropy);
    expect(loss).toBeCloseTo(Math.log(1 + Math.exp(-2)), 12);
    expect(error[0]).toBeGreaterThan(0);
    expect(error[1]).toBe(0);
  });

  test('far times and a small temperature stay finite', () => {
    const sharp = { ...entropy, temperature: 1e-3 };
    const { loss, error } = outputError([400, 0], 0, 400, sharp);
    expect(loss).toBeCloseTo(4e5, 6);
    expect(error[0]).toBeCloseTo(1000, 9);
    expect(error[1]).toBeCloseTo(-1000, 9);
  });
});

test('errors add up to 0 where all outputs fire: only differences of times matter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 6, noNaN: true }), { minLength: 2, maxLength: 64 }),
      fc.constantFrom(heuristic, entropy),
      (times, settings) => {
        const { loss, error } = outputError(times, times.length - 1, 6, settings);
        expect(loss).toBeGreaterThanOrEqual(0);
        expect(error.reduce((sum, e) => sum + e)).toBeCloseTo(0, 8);
        expect(error[times.length - 1]).toBeGreaterThanOrEqual(0);
      },
    ),
    { seed: 9 },
  );
});
