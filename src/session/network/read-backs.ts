/** One engine's weights, read back once for all who ask, and given again until they are others. */
import type { Engine, Moment, Network, Snapshot, StepReport, TrainEnd } from '../../engine/engine';

export const isWhole = (moment: Moment | Snapshot): moment is Snapshot => 'first' in moment;

/** @param tell hears of every moment of the network at work that is read back */
export function createReadBacks(engine: Engine, tell: (moment: Moment) => void) {
  /** Beginnings and ends of what changes the weights: loading, and training. */
  let changes = 0;
  let loads = 0;
  let trainings = 0;
  /** What the engine has now, as far as it is known; null while it trains. */
  let held: Moment | Snapshot | null = null;
  let last: Snapshot | null = null;

  function changed(): void {
    changes++;
    held = null;
  }

  async function read<T extends Moment>(ask: () => Promise<T>): Promise<T> {
    const [since, network] = [changes, loads];
    let moment = await ask();
    if (changes === since && trainings === 0) {
      // The same weights are the same arrays, however often they are read.
      if (held) moment = { ...moment, weights: held.weights };
      if (!held || isWhole(moment)) held = moment;
    }
    if (loads === network) {
      if (isWhole(moment)) last = moment;
      tell(moment);
    }
    return moment;
  }

  /** Reads of one kind, one at a time. */
  function oneAtATime<T extends Moment>(ask: () => Promise<T>) {
    let flight: { since: number; moment: Promise<T> } | null = null;
    return {
      /** What is under way and is of the weights there are; while it trains, what has not come yet is new enough. */
      underWay: (): Promise<T> | null => (flight?.since === changes ? flight.moment : null),
      begin(): Promise<T> {
        const own = { since: changes, moment: read(ask) };
        flight = own;
        const over = (): void => {
          if (flight === own) flight = null;
        };
        own.moment.then(over, over);
        return own.moment;
      },
    };
  }

  const weights = oneAtATime(() => engine.readWeights());
  const whole = oneAtATime(() => engine.snapshot());

  return {
    last: () => last,
    held: () => held,
    async weights(): Promise<Moment> {
      return held ?? whole.underWay() ?? weights.underWay() ?? weights.begin();
    },
    async whole(): Promise<Snapshot> {
      return held && isWhole(held) ? held : (whole.underWay() ?? whole.begin());
    },
    async load(network: Network | Snapshot): Promise<void> {
      const before = held;
      loads++;
      changed();
      try {
        await engine.setNetwork(network);
      } catch (error) {
        // What it does not take leaves it as it was.
        held = before;
        throw error;
      }
      loads++;
      changed();
      last = 'step' in network ? network : null;
      held = { step: last?.step ?? 0, weights: network.weights };
    },
    async train(steps: number, onReports: (reports: StepReport[]) => void): Promise<TrainEnd> {
      trainings++;
      changed();
      try {
        return await engine.train(steps, onReports);
      } finally {
        trainings--;
        changed();
      }
    },
  };
}

export type ReadBacks = ReturnType<typeof createReadBacks>;
