/** The one line under the title: what is to be seen, in three clauses, by what the network reads and how it is built. */
import { isPointSize } from '../../data/points/point';
import { layerCount, type NetworkSpec } from '../../model/network';
import { texts } from '../../words/lang/texts';
import { isConvolution, isPacked } from './names';

const LINE = texts(
  {
    ink: 'ink spikes early',
    patches: 'patches with ink spike early',
    points: 'large values spike early',
    hidden: 'hidden neurons add spikes up',
    maps: 'maps and hidden neurons add spikes up',
    outputs: 'the outputs add spikes up',
    first: 'the output that fires first is the answer',
    itsFirst: 'the first of them to fire is the answer',
    shortPoints: 'large is early',
    shortHidden: 'hidden add up',
    shortMaps: 'maps add up',
    shortOutputs: 'outputs add up',
    shortFirst: 'first output answers',
  },
  {
    de: {
      ink: 'Tinte feuert früh',
      patches: 'Felder mit Tinte feuern früh',
      points: 'große Werte feuern früh',
      hidden: 'verborgene Neuronen zählen Spikes zusammen',
      maps: 'Karten und verborgene Neuronen zählen Spikes zusammen',
      outputs: 'die Ausgänge zählen Spikes zusammen',
      first: 'der Ausgang, der zuerst feuert, ist die Antwort',
      itsFirst: 'der erste, der feuert, ist die Antwort',
      shortPoints: 'groß ist früh',
      shortHidden: 'verborgene zählen',
      shortMaps: 'Karten zählen',
      shortOutputs: 'Ausgänge zählen',
      shortFirst: 'der erste antwortet',
    },
  },
);

/**
 * The three clauses, of the input, of what is between, and of the answer.
 * @param short all three in the one line of a phone
 */
export function firstLine(
  spec: NetworkSpec,
  short = false,
): { input: string; between: string; answer: string } {
  const words = LINE();
  if (short) {
    const layers = isConvolution(spec, 1) ? words.shortMaps : words.shortHidden;
    return {
      input: isPointSize(spec.input) ? words.shortPoints : words.ink,
      between: layerCount(spec) === 1 ? words.shortOutputs : layers,
      answer: words.shortFirst,
    };
  }
  const input = isPointSize(spec.input) ? words.points : isPacked(spec) ? words.patches : words.ink;
  if (layerCount(spec) === 1) return { input, between: words.outputs, answer: words.itsFirst };
  const between = isConvolution(spec, 1) ? words.maps : words.hidden;
  return { input, between, answer: words.first };
}
