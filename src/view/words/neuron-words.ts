/** What the panel says about a neuron, in sentences: plain words first. */
import type { Explanation } from '../../model/explain';
import { texts } from '../../words/lang/texts';
import { formatTime, plural, formatGap, formatNumber } from '../../words/numbers';
import type { Piece } from '../../words/terms/pieces';

const WORDS = texts(
  {
    filled: (n: number) => plural(n, 'spike'),
    filledIt: ' filled it',
    against: (n: number) => `, against ${n} that held it back`,
    largest: (name: string) => `; the largest share came from ${name}.`,
    silent: 'Silent',
    inTime: (causal: number, all: number) => `${causal} of ${plural(all, 'spike')}`,
    noSpike: 'No presynaptic spike reaches it.',
    late: (t: string, deadline: number, potential: string) =>
      `It would have reached its threshold at ${t}, after its deadline, ${deadline}; ` +
      `at the deadline its potential is ${potential}.`,
    above: (most: string) => `rises above ${most}`,
    held: (above: string, t: string, potential: string) =>
      `Its potential never ${above}: what reaches it holds it back. ` +
      `With its last presynaptic spike, at ${t}, it is ${potential}.`,
    short: (t: string, potential: string, gap: string, threshold: number) =>
      `Its potential is highest at ${t}: ${potential}, ${gap} short of the threshold, ${threshold}.`,
    each: (ofTrains: boolean) => (ofTrains ? 'Each train adds ' : 'Each spike adds '),
    rampOf: (w: string, its: string) => `${w} × (t − ${its})`,
    pushOf: (w: string, its: string) => `${w} × (1 − exp(${its} − t))`,
    itsTime: 'its time',
    itsMean: 'its mean time',
    toIts: ' to its ',
    potential: 'potential V',
    until: ' until V = ',
    solved: '. Solved for t, over ',
    came: ' in time.',
    less: (t: string) => `. At t = ${t} that makes less than `,
    silenced: 'Silenced by a what-if: this is what it would have done.',
    moved: (what: string) => `Moved by a what-if: by itself it would ${what}.`,
    fire: (t: string) => `fire at ${t}`,
    staySilent: 'stay silent',
  },
  {
    de: {
      filled: (n) => (n === 1 ? '1 Spike' : `${n} Spikes`),
      filledIt: ' füllten es',
      against: (n) => `, gegen ${n}, die es zurückhielten`,
      largest: (name) => `; der größte Anteil kam von ${name}.`,
      silent: 'Stumm',
      inTime: (causal, all) => `${causal} von ${all} Spikes`,
      noSpike: 'Kein Spike erreicht es.',
      late: (t, deadline, potential) =>
        `Es hätte seine Schwelle bei ${t} erreicht, nach seiner Frist, ${deadline}; am Ende der Frist ist sein Potential ${potential}.`,
      above: (most) => `über ${most}`,
      held: (above, t, potential) =>
        `Sein Potential steigt nie ${above}: Was es erreicht, hält es zurück. Mit seinem letzten Spike, bei ${t}, ist es ${potential}.`,
      short: (t, potential, gap, threshold) =>
        `Sein Potential ist am höchsten bei ${t}: ${potential}, das sind ${gap} zu wenig für die Schwelle, ${threshold}.`,
      each: (ofTrains) => (ofTrains ? 'Jede Folge trägt ' : 'Jeder Spike trägt '),
      itsTime: 'seine Zeit',
      itsMean: 'ihre mittlere Zeit',
      toIts: ' zum ',
      potential: 'Potential V',
      until: ' bei, bis V = ',
      solved: '. Nach t aufgelöst, über die ',
      came: ', die rechtzeitig kamen.',
      less: (t) => ` bei. Bei t = ${t} ergibt das weniger als `,
      silenced: 'Stumm gestellt, zum Ausprobieren: So hätte es gefeuert.',
      moved: (what) => `Verschoben, zum Ausprobieren: Von selbst würde es ${what}.`,
      fire: (t) => `bei ${t} feuern`,
      staySilent: 'stumm bleiben',
    },
  },
);

/**
 * "22 spikes filled it; the largest share came from hidden 99."; of a silent one what it was short of. Which neuron, and when it
 * fired, is said above it.
 * @param nameOf a presynaptic neuron
 */
export function whySentence(
  explanation: Explanation,
  nameOf: (presynaptic: number) => string,
): Piece[] {
  const words = WORDS();
  const { time, contributions } = explanation;
  if (time === Infinity) {
    return [{ term: 'silent', words: words.silent }, `. ${silentWords(explanation)}`];
  }
  const causal = contributions.filter((c) => c.causal);
  const filling = causal.filter((c) => c.adds > 0);
  const holding = causal.filter((c) => c.adds < 0).length;
  const largest = filling.toSorted((a, b) => b.adds - a.adds)[0];
  return [
    { term: 'adds', words: words.filled(filling.length) },
    words.filledIt +
      (holding > 0 ? words.against(holding) : '') +
      (largest ? words.largest(nameOf(largest.presynaptic)) : '.'),
  ];
}

/** "peak 0.82 of threshold 1, 0.18 short"; what else a silent neuron has to tell. */
export function silentWords({
  peak,
  potential,
  settings,
  late,
  at,
  contributions,
  knots,
}: Explanation): string {
  const words = WORDS();
  const { threshold, deadline } = settings;
  const now = formatNumber(potential, 3);
  if (contributions.length === 0) return words.noSpike;
  if (late !== null) {
    const last = formatNumber(knots.at(-1)?.potential ?? 0, 3);
    return words.late(formatTime(late), deadline, last);
  }
  if (peak.time !== at) {
    const most = peak.potential > 0 ? formatNumber(peak.potential, 3) : '0';
    return words.held(words.above(most), formatTime(at), now);
  }
  return words.short(formatTime(at), now, formatGap(threshold - potential), threshold);
}

/**
 * What joins the sentence and the equation: "Each spike adds w × (t − its time) to its potential V until
 * V = θ = 1. Solved for t, over 22 of 44 spikes in time.".
 * @param trains whether trains reach it, which count by their multiplicity
 */
export function equationSentence(
  { time, at, settings, causal, contributions }: Explanation,
  trains: boolean,
): Piece[] {
  const words = WORDS();
  const { threshold, response } = settings;
  const its = trains ? words.itsMean : words.itsTime;
  const w = trains ? 'w × m' : 'w';
  const acts: Piece =
    response === 'exponential'
      ? { term: 'exponential', words: words.pushOf(w, its) }
      : { term: 'ramp', words: words.rampOf(w, its) };
  const theta: Piece = { term: 'theta', words: `θ = ${threshold}` };
  const begin: Piece[] = [
    words.each(trains),
    acts,
    words.toIts,
    { term: 'potential', words: words.potential },
  ];
  return time < Infinity
    ? [
        ...begin,
        words.until,
        theta,
        words.solved,
        { term: 'causalSet', words: words.inTime(causal, contributions.length) },
        words.came,
      ]
    : [...begin, words.less(formatTime(at)), theta, '.'];
}

/** What a contribution is a part of: the potential at the moment explained. */
export function addsWords({ time, at, peak }: Explanation): string {
  if (time < Infinity)
    return 'Its part of the potential when the neuron fires: all parts add up to the threshold';
  const highest = peak.time === at ? ', where it is highest' : '';
  return `Its part of the potential at ${formatTime(at)}${highest}: all parts add up to it`;
}

/** Of a what-if: what it changed of this neuron. Empty without one. */
export function besidesWords(
  { time }: Explanation,
  what: { silenced: boolean; moved: boolean },
): Piece[] {
  const words = WORDS();
  if (what.silenced) return [words.silenced];
  if (what.moved) {
    return [words.moved(time < Infinity ? words.fire(formatTime(time)) : words.staySilent)];
  }
  return [];
}
