/** What an input neuron says, in a sentence: what its pixels hold, and when it spikes for it. */
import { isPointSize } from '../../data/points/point';
import { encode, placeOf, seenByte, spikeTrain } from '../../model/encode';
import { hasBothPolarities, trainParts, type NetworkSpec } from '../../model/network';
import { texts } from '../../words/lang/texts';
import { formatNumber, formatTime, plural, verb } from '../../words/numbers';
import type { Piece } from '../../words/terms/pieces';
import { isPacked, neuronName, placeWords } from './names';

const WORDS = texts(
  {
    silenced: 'It is silenced: nothing that follows has heard of it.',
    paper: (name: string) => `${name} is paper: no more ink than the `,
    cut: 'cut',
    half: (name: string, paper: boolean) =>
      `${name} holds no more ${paper ? 'paper' : 'ink'} than the `,
    never: (cut: number) => `, ${cut}. It never spikes, and nothing has to be computed for it.`,
    spiked: (name: string, t: string) => `${name} spiked at ${t}: `,
    value: (x: string) => `its value is ${x}, and large is early: t = 1 − ${x}.`,
    bias: 'it is the spike at 0 from which the others are told.',
    holds: 'it holds ',
    ink: (x: string) => `${x} of full ink`,
    inkEarly: (x: string) => `, and ink is early: t = 1 − ${x}.`,
    papered: (x: string) =>
      `it holds ${x} of full paper, 1 less its ink, and much paper is early: t = 1 − ${x}.`,
    inked: (n: number, name: string) =>
      `${plural(n, 'pixel')} of ${name} ${verb(n, 'holds', 'hold')} ink. `,
    its: 'Its ',
    train: 'train',
    counts: ' counts as ',
    ramps: (n: number) => plural(n, 'ramp'),
    together: ' that start together at the ',
    delay: 'average delay',
    with: (t: string) => `, t̄ = ${t}, with `,
    multiplicity: 'multiplicity',
    m: (m: string) => ` m = ${m}.`,
    one: (at: 'first' | 'mean', t: string) =>
      `It emits one spike in place of their train, ${at === 'first' ? 'when that begins' : 'at its mean'}: t = ${t}, however many hold ink.`,
  },
  {
    de: {
      silenced: 'Es ist stumm gestellt: Nichts, was folgt, hat von ihm gehört.',
      paper: (name) => `${name} ist Papier: nicht mehr Tinte als `,
      cut: 'cut',
      half: (name, paper) => `${name} enthält nicht mehr ${paper ? 'Papier' : 'Tinte'} als `,
      never: (cut) => `, ${cut}. Es feuert nie, und es gibt dafür nichts zu rechnen.`,
      spiked: (name, t) => `${name} feuerte bei ${t}: `,
      value: (x) => `Der Wert ist ${x}, und groß ist früh: t = 1 − ${x}.`,
      bias: 'Das ist der Spike bei 0, gegen den die anderen gezählt werden.',
      holds: 'Es enthält ',
      ink: (x) => `${x} der vollen Tinte`,
      inkEarly: (x) => `, und Tinte ist früh: t = 1 − ${x}.`,
      papered: (x) =>
        `Es enthält ${x} an Papier, 1 weniger die Tinte, und viel Papier ist früh: t = 1 − ${x}.`,
      inked: (n, name) => `${n} Pixel von ${name} ${n === 1 ? 'enthält' : 'enthalten'} Tinte. `,
      its: 'Die ',
      train: 'Folge',
      counts: ' zählt wie ',
      ramps: (n) => (n === 1 ? '1 Rampe' : `${n} Rampen`),
      together: ', die zusammen beginnen, zur ',
      delay: 'mittleren Verzögerung',
      with: (t) => ` t̄ = ${t}, mit der `,
      multiplicity: 'Vielfachheit',
      m: (m) => ` m = ${m}.`,
      one: (at, t) =>
        `Statt ihrer Folge gibt es einen Spike, ${at === 'first' ? 'wenn sie beginnt' : 'in ihrer Mitte'}: t = ${t}, wie viele auch Tinte enthalten.`,
    },
  },
);

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/** @param silenced by a what-if */
export function inputSentence(
  spec: NetworkSpec,
  image: Uint8Array,
  neuron: number,
  silenced: boolean,
): Piece[] {
  const words = WORDS();
  const train = spikeTrain(spec, image, neuron);
  const plainName = neuronName(spec, { layer: 0, neuron });
  const name = capital(plainName);
  if (train.length > 0 && silenced) return [words.silenced];
  const { paper } = placeOf(spec, neuron);
  if (train.length === 0) {
    const says = hasBothPolarities(spec) ? words.half(name, paper) : words.paper(name);
    return [says, { term: 'cut', words: words.cut }, words.never(spec.input.cut)];
  }
  const { times, multiplicity } = encode(spec, image);
  const t = formatTime(times[neuron]!);
  const { emits } = trainParts(spec);
  if (isPacked(spec)) {
    const inked = words.inked(train.length, plainName);
    if (emits !== 'train') return [inked, words.one(emits, t)];
    return [
      inked + words.its,
      { term: 'train', words: words.train },
      words.counts,
      { term: 'ramp', words: words.ramps(train.length) },
      words.together,
      { term: 'averageDelay', words: words.delay },
      words.with(t),
      { term: 'm', words: words.multiplicity },
      words.m(formatNumber(multiplicity[neuron]!, 2)),
    ];
  }
  const x = formatNumber(seenByte(image[train[0]!.pixel]!, paper) / 255, 3);
  const spiked = words.spiked(name, t);
  if (paper) return [spiked + words.papered(x)];
  if (isPointSize(spec.input)) {
    return [spiked + (plainName === 'bias' ? words.bias : words.value(x))];
  }
  return [spiked + words.holds, { term: 'ink', words: words.ink(x) }, words.inkEarly(x)];
}

/** "pixel x 3, y 4: ink 0.6, spikes at 0.400": one pixel of a patch. */
export function pixelWords(
  spec: NetworkSpec,
  image: Uint8Array,
  { pixel, time }: { pixel: number; time: number },
): string {
  const { width } = spec.input;
  const place = placeWords({ x: pixel % width, y: Math.floor(pixel / width) });
  const spikes = trainParts(spec).emits === 'train' ? 'spikes at' : 'due at';
  return `pixel ${place}: ink ${formatNumber(image[pixel]! / 255, 3)}, ${spikes} ${formatTime(time)}`;
}
