import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatFigure,
  formatGap,
  formatNumber,
  formatShift,
  formatSmall,
  formatValue,
  plural,
  withArticle,
} from './numbers';

describe('numbers as people read them', () => {
  it('have a minus that is one, and none before a 0', () => {
    expect(formatNumber(-0.25, 3)).toBe('−0.250');
    expect(formatNumber(-0.0001, 3)).toBe('0.000');
    expect(formatCount(-1234)).toBe('−1,234');
    expect(formatFigure(-0.01234)).toBe('−0.0123');
    expect(formatFigure(-3.21e-5)).toBe('−3.2e-5');
    expect(formatValue(-9)).toBe('−9');
    expect(formatValue(1 / 3)).toBe('0.333333');
  });

  it('say small settings as people write them', () => {
    expect([0.002, 0.00135, 0.1, 0.02, 10, 0].map(formatSmall)).toEqual([
      '0.002',
      '0.0014',
      '0.1',
      '0.02',
      '10',
      '0',
    ]);
    expect(formatSmall(5e-5)).toBe('5e-5');
  });

  it('say a gap that three digits cannot', () => {
    expect(formatGap(0.2011)).toBe('0.201');
    expect(formatGap(0.0005)).toBe('0.001');
    expect(formatGap(0.00026)).toBe('0.0003');
    expect(formatGap(6e-8)).toBe('6e-8');
    expect(formatGap(0)).toBe('0.000');
    expect(formatShift(-0.0412)).toBe('−0.041');
    expect(formatShift(0.00004)).toBe('+0.00004');
  });

  it('count one of a thing as one', () => {
    expect(plural(1, 'step')).toBe('1 step');
    expect(plural(0, 'step')).toBe('0 steps');
    expect(plural(1024, 'neuron')).toBe('1,024 neurons');
    expect(plural(1.5, 'epoch')).toBe('1.5 epochs');
  });

  it('go with their article', () => {
    const words = [0, 1, 7, 8, 10, 11, 18, 80, 110, 180].map(withArticle);
    expect(words.join(', ')).toBe('a 0, a 1, a 7, an 8, a 10, an 11, an 18, an 80, a 110, a 180');
  });
});
