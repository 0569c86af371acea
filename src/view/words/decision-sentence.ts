/** A decision in one sentence, for those who hear the page and do not see it: who answers, by how much, how many spiked. */
import { isPointSize, pointOf } from '../../data/points/point';
import { className } from '../../model/class-names';
import { layerCount, layerDeadline } from '../../model/network';
import { texts } from '../../words/lang/texts';
import { formatCount, formatGap, formatNumber, formatTime } from '../../words/numbers';
import type { Scene } from '../scene/scene';
import type { View } from '../view';
import { isPacked, layerName } from './names';
import { race } from './race';
import { spiking } from './spike-words';

const WORDS = texts(
  {
    coming: 'The network is on its way.',
    noPoint: 'No input spike, hence no answer: set a point.',
    noInk: 'No input spike, hence no answer: draw a digit, for paper never spikes.',
    at: (x: string, y: string, sentence: string) => `At x ${x}, y ${y}: ${sentence}`,
    changed: (sentence: string) => `With what you changed, ${sentence}`,
    is: (answer: string) => `${answer} is the answer`,
    right: ', which is right',
    wrong: (label: string) => `, but should be ${label}`,
    first: (at: string) => `: its output fired first, at ${at}`,
    ahead: (by: string, next: string) => `, ${by} ahead of ${next}`,
    only: ', and no other output fired',
    tied: (others: string) => `, in a tie with ${others}, where the lowest class answers`,
    none: (deadline: number) => `no output fired by the deadline, ${deadline}`,
    guess: (answer: string, share: string) =>
      `: the guess is ${answer}, whose potential is highest, ${share} of the threshold`,
    and: ' and ',
    counts: (list: string) => `; ${list} spiked.`,
    inputs: (spikes: string, all: string) => `${spikes} of ${all} inputs`,
    patches: (spikes: string, all: string) => `${spikes} of ${all} patches`,
    neurons: (spikes: string, all: string, layer: string) =>
      `${spikes} of ${all} ${/\d$/.test(layer) ? `neurons of ${layer}` : `${layer} neurons`}`,
  },
  {
    de: {
      coming: 'Das Netz ist unterwegs.',
      noPoint: 'Kein Eingang feuert, also keine Antwort: setze einen Punkt.',
      noInk:
        'Kein Eingang feuert, also keine Antwort: zeichne eine Ziffer, denn Papier feuert nie.',
      at: (x, y, sentence) => `Bei x ${x}, y ${y}: ${sentence}`,
      changed: (sentence) => `Mit deiner Änderung: ${sentence}`,
      is: (answer) => `${answer} ist die Antwort`,
      right: ', und das stimmt',
      wrong: (label) => `, richtig wäre ${label}`,
      first: (at) => `: ihr Ausgang feuerte zuerst, bei ${at}`,
      ahead: (by, next) => `, um ${by} vor der ${next}`,
      only: ', und kein anderer Ausgang feuerte',
      tied: (others) => `, gleichzeitig mit ${others}, wobei die kleinste Klasse antwortet`,
      none: (deadline) => `kein Ausgang feuerte bis zur Frist ${deadline}`,
      guess: (answer, share) =>
        `: geraten wird ${answer}, deren Potential am höchsten ist, ${share} der Schwelle`,
      and: ' und ',
      counts: (list) => `; es feuerten ${list}.`,
      inputs: (spikes, all) => `${spikes} von ${all} Eingängen`,
      patches: (spikes, all) => `${spikes} von ${all} Feldern`,
      neurons: (spikes, all, layer) =>
        layer === 'hidden'
          ? `${spikes} von ${all} verborgenen Neuronen`
          : `${spikes} von ${all} Neuronen der Schicht ${layer}`,
    },
  },
);

interface About {
  /** The sample's own class; null for a drawing, a point of one's own. */
  label: number | null;
  /** Whether what-ifs are in force. */
  changed: boolean;
}

type Decided = Pick<Scene, 'answer' | 'blank' | 'run' | 'spec'>;

/**
 * "7 is the answer, which is right: its output fired first, at 0.762, 0.201 ahead of 3; 105 of 784 inputs and 44 of 128 hidden
 * neurons spiked." In the language in force.
 */
export function decisionSentence(scene: Decided, { label, changed }: About): string {
  const { answer, blank, run, spec } = scene;
  const words = WORDS();
  if (!run || !answer) return words.coming;
  if (blank) return isPointSize(spec.input) ? words.noPoint : words.noInk;
  const outcome = answer.class === null ? undecided(scene) : decided(scene, label);
  const sentence = changed ? words.changed(outcome) : capital(outcome);
  return sentence + words.counts(listed(counts(scene), words.and));
}

/** The sentence of what is on show, as all words tell it; of a point it says where that is. */
export function saidDecision({ session, derived }: View): string {
  const { kind, sample, image } = session.stimulus.store.getState();
  const label = kind === 'sample' && sample ? sample.label : null;
  const scene = derived.told();
  const sentence = decisionSentence(scene, { label, changed: derived.whatIf() !== null });
  if (scene.blank || !scene.run || !isPointSize(scene.spec.input)) return sentence;
  const { x, y } = pointOf(image);
  return WORDS().at(formatNumber(x, 3), formatNumber(y, 3), sentence);
}

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/** "a", "a and b", "a, b and c". */
function listed(parts: string[], and: string): string {
  return parts.length < 2 ? parts.join('') : parts.slice(0, -1).join(', ') + and + parts.at(-1)!;
}

function decided({ answer, run, spec }: Decided, label: number | null): string {
  const words = WORDS();
  const { class: c, decisionTime, tie, margin } = answer!;
  const { first, next } = race(run!.layers.at(-1)!.times);
  const verdict =
    label === null ? '' : label === c ? words.right : words.wrong(className(spec, label));
  const others = first.filter((other) => other !== c).map((other) => className(spec, other));
  const lead = tie
    ? words.tied(listed(others, words.and))
    : margin === null || next === null
      ? words.only
      : words.ahead(formatGap(margin), className(spec, next));
  return words.is(className(spec, c!)) + verdict + words.first(formatTime(decisionTime!)) + lead;
}

function undecided({ answer, run, spec }: Decided): string {
  const words = WORDS();
  const none = words.none(layerDeadline(spec, layerCount(spec)));
  const { guess } = answer!;
  if (guess === null) return none;
  return (
    none +
    words.guess(className(spec, guess), formatNumber(run!.potential[guess]! / spec.threshold, 2))
  );
}

/** How many neurons spike, a part a layer; of the outputs the race itself tells. */
function counts({ run, spec }: Decided): string[] {
  const words = WORDS();
  return run!.layers.slice(0, -1).map(({ times }, layer) => {
    const figures = [formatCount(spiking(times)), formatCount(times.length)] as const;
    if (layer > 0) return words.neurons(...figures, layerName(spec, layer));
    return isPacked(spec) ? words.patches(...figures) : words.inputs(...figures);
  });
}
