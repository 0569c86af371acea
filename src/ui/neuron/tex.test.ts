import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { explainNeuron } from '../../model/explain';
import { volley } from '../../model/testing';
import { equationTex } from './tex';

const input = volley([0.1, 0.4, 0.9]);

function explanation(weights: number[], response: 'average-delay' | 'exponential') {
  return explainNeuron(input, weights, 0, { response, threshold: 1, deadline: 3 });
}

describe('equationTex', () => {
  it.each([
    [[2, 0.5, 0.3], 'average-delay'],
    [[2, 0.5, 0.3], 'exponential'],
    [[0.2, -0.1, 0.05], 'average-delay'],
    [[0.2, -0.1, 0.05], 'exponential'],
    [[-2, 6, 0.1], 'average-delay'],
  ] as const)('is TeX that KaTeX takes, with and without multiplicities: %o, %s', (w, response) => {
    for (const m of [false, true]) {
      const tex = equationTex(explanation([...w], response), m);
      const html = katex.renderToString(tex, { throwOnError: true });
      expect(html).toContain('<math');
      expect(tex.includes('m_i')).toBe(m);
    }
  });

  it('has the numbers of the neuron', () => {
    const fires = explanation([2, 0.5, 0.3], 'average-delay');
    expect(equationTex(fires, false)).toContain(String.raw`\mathbf{${fires.time.toFixed(3)}}`);
    expect(equationTex(fires, false)).toContain(String.raw`\dfrac{1 + `);
    const silent = explanation([0.2, -0.1, 0.05], 'average-delay');
    expect(equationTex(silent, false)).toContain(String.raw`< {\theta = 1}`);
  });
});
