/** Why a neuron fired when it did, as a story in time: its largest causes one after the other, then what they come to. */
import type { Explanation } from '../../model/explain';
import { texts } from '../../words/lang/texts';
import { formatNumber, formatTime, plural } from '../../words/numbers';

export interface Moment {
  /** When it happens; dimensionless. */
  at: number;
  /** The presynaptic neuron that spikes; null: the neuron itself fires. */
  cause: number | null;
  says: string;
}

/** Causes that are told one by one; the others are counted. */
const TOLD = 3;

const WORDS = texts(
  {
    raises: (cause: string, t: string, name: string, by: string) =>
      `${cause} spikes at ${t}: from now on ${name} rises by ${by} per unit of time.`,
    lowers: (cause: string, t: string, name: string, by: string) =>
      `${cause} spikes at ${t}: from now on ${name} falls by ${by} per unit of time.`,
    pushes: (cause: string, t: string, name: string, by: string) =>
      `${cause} spikes at ${t}: it pushes ${name} with a weight of ${by}.`,
    more: (n: number, adds: string) => `${plural(n, 'more', 'more')} (${adds})`,
    fires: (parts: string, threshold: number, name: string, t: string) =>
      `${parts} = ${threshold}, the threshold: ${name} fires at ${t}`,
    place: (place: number, of: number) =>
      place === 1 ? `, first of ${of}.` : `, number ${place} of ${of}.`,
  },
  {
    de: {
      raises: (cause, t, name, by) =>
        `${cause} feuert bei ${t}: Von jetzt an steigt ${name} um ${by} je Zeiteinheit.`,
      lowers: (cause, t, name, by) =>
        `${cause} feuert bei ${t}: Von jetzt an fällt ${name} um ${by} je Zeiteinheit.`,
      pushes: (cause, t, name, by) =>
        `${cause} feuert bei ${t}: Er stößt ${name} mit dem Gewicht ${by} an.`,
      more: (n, adds) => `${n} weitere (${adds})`,
      fires: (parts, threshold, name, t) =>
        `${parts} = ${threshold}, die Schwelle: ${name} feuert bei ${t}`,
      place: (place, of) =>
        place === 1 ? `, als erster von ${of}.` : `, als Nummer ${place} von ${of}.`,
    },
  },
);

/**
 * @param name of the neuron; @param nameOf a presynaptic neuron
 * @param race its place among those of its layer that fire, counted from 1
 * @returns in order of time; empty where it stays silent
 */
export function storyOf(
  { time, contributions, settings }: Explanation,
  name: string,
  nameOf: (presynaptic: number) => string,
  race: { place: number; of: number },
): Moment[] {
  if (time === Infinity) return [];
  const words = WORDS();
  const causal = contributions
    .filter((c) => c.causal)
    .toSorted((a, b) => Math.abs(b.adds) - Math.abs(a.adds));
  const told = causal.slice(0, TOLD);
  const rest = causal.slice(TOLD);
  const moments = told
    .toSorted((a, b) => a.time - b.time)
    .map((c): Moment => {
      const by = c.weight * c.multiplicity;
      const say =
        settings.response === 'exponential' ? words.pushes : by >= 0 ? words.raises : words.lowers;
      const size = settings.response === 'exponential' ? by : Math.abs(by);
      return {
        at: c.time,
        cause: c.presynaptic,
        says: say(nameOf(c.presynaptic), formatTime(c.time), name, formatNumber(size, 3)),
      };
    });
  const sum = rest.reduce((all, { adds }) => all + adds, 0);
  const parts = [
    ...told.map(({ adds }) => formatNumber(adds, 3)),
    ...(rest.length > 0 ? [words.more(rest.length, formatNumber(sum, 3))] : []),
  ].join(' + ');
  const end = words.fires(parts, settings.threshold, name, formatTime(time));
  return [...moments, { at: time, cause: null, says: end + words.place(race.place, race.of) }];
}
