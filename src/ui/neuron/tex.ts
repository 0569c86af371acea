/** The firing time as TeX, with the neuron's own numbers. */
import type { Explanation } from '../../model/explain';
import { equationNumbers } from '../../view/neuron/equation';
import { formatTime, formatNumber } from '../../words/numbers';

/** TeX makes a minus of a hyphen. */
const plain = (text: string): string => text.replaceAll('−', '-');

/** @param m whether multiplicities matter (the trains of patches) */
export function equationTex(explanation: Explanation, m: boolean): string {
  const { settings, time, at, potential } = explanation;
  const w = m ? String.raw`w_i m_i` : 'w_i';
  const t = m ? String.raw`\bar t_i` : 't_i';
  const exponential = settings.response === 'exponential';
  if (time === Infinity) {
    const psp = exponential ? String.raw`(1 - e^{${t} - t})` : `(t - ${t})`;
    return String.raw`V(${formatTime(at)}) = \sum ${w}\,${psp} = \mathbf{${plain(formatNumber(potential, 3))}} < {\theta = ${settings.threshold}}`;
  }
  const numbers = equationNumbers(explanation);
  const above = plain(numbers.above);
  const fraction = String.raw`\dfrac{${above}}{${numbers.below}}`;
  const result = String.raw`\mathbf{${formatTime(time)}}`;
  return exponential
    ? String.raw`t = \ln \dfrac{\sum ${w}\,e^{${t}}}{\sum ${w} - \theta} = \ln ${fraction} = ${result}`
    : String.raw`t = \dfrac{\theta + \sum ${w}\,${t}}{\sum ${w}} = ${fraction} = ${result}`;
}
