/** The CPU engine's kernels with a clock between them: what share of a step each stage takes. */
import type { KernelProvider } from '../../src/engine/cpu/network-kernels';

/** Milliseconds since the last `take`. */
export interface StageTimes {
  forward: number;
  /** Loss, and the error on its way back. */
  backward: number;
  update: number;
  /** The forward pass that is made a second time only to be timed: to be subtracted from the whole. */
  twice: number;
}

export interface StageClock {
  take(): StageTimes;
}

/**
 * One call makes a sample's way forward and back, so the way forward is made once more before it, alone, and taken off.
 */
export function timed(inner: KernelProvider): { provider: KernelProvider; clock: StageClock } {
  const none = (): StageTimes => ({ forward: 0, backward: 0, update: 0, twice: 0 });
  let times = none();
  const measure = <T>(work: () => T): [T, number] => {
    const start = performance.now();
    const result = work();
    return [result, performance.now() - start];
  };
  /** How long `call` takes without `meanwhile`, which is what the engine calls batch and report: the rest of a step. */
  const apart = (meanwhile: () => void, call: (meanwhile: () => void) => void): number => {
    let between = 0;
    const [, whole] = measure(() => call(() => (between += measure(meanwhile)[1])));
    return whole - between;
  };
  const provider: KernelProvider = {
    ...inner,
    async open(...order) {
      const network = await inner.open(...order);
      const { kernels } = network;
      return {
        ...network,
        kernels: {
          encode: (...given) => kernels.encode(...given),
          forward: (...given) => kernels.forward(...given),
          forwardBackward(samples, settings, load) {
            const [, alone] = measure(() => kernels.forward(samples));
            const both = apart(load, (work) => kernels.forwardBackward(samples, settings, work));
            times.forward += alone;
            times.twice += alone;
            times.backward += both - alone;
          },
          update(samples, settings, report) {
            let finite = true;
            const taken = apart(report, (work) => {
              finite = kernels.update(samples, settings, work);
            });
            times.update += taken;
            return finite;
          },
        },
      };
    },
  };
  const clock: StageClock = {
    take() {
      const taken = times;
      times = none();
      return taken;
    },
  };
  return { provider, clock };
}
