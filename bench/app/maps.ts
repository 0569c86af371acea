/** Spike maps over the plane, as the page asks for them: by an engine of their own in its worker. */
import { planeImages } from '../../src/data/points/plane-grid';
import { pointNetwork } from '../../src/data/points/point-network';
import { createWorkerEngine } from '../../src/engine/worker/client';
import { initialise, measureInputSpikes } from '../../src/model/initialise';
import type { EngineKind } from '../../src/engine/engine';

export interface MapsOrder {
  kind: EngineKind;
  /** Threads of the CPU engine. */
  threads?: number;
  hidden: number[];
  /** Maps asked for, one after the other. */
  calls: number;
  /** By weights of the caller's, as a what-if asks. */
  whatIf?: boolean;
}

const CLASSES = 3;
/** Calls before the clock starts: that is where code is compiled. */
const WARM = 30;

/** Milliseconds of every call, from its inputs to the times of all neurons back in the page. */
export async function timeMaps(order: MapsOrder): Promise<{ label: string; times: number[] }> {
  const { kind, threads, hidden, calls, whatIf } = order;
  const engine = await createWorkerEngine(kind, threads === undefined ? {} : { threads });
  try {
    const spec = { ...pointNetwork(CLASSES), layers: [...hidden, CLASSES] };
    const images = planeImages();
    const weights = initialise(spec, 1, measureInputSpikes(spec, images.images));
    await engine.setNetwork({ spec, weights });
    const times: number[] = [];
    let room: ArrayBuffer | undefined;
    for (let n = -WARM; n < calls; n++) {
      const start = performance.now();
      const maps = await engine.maps(images, {
        ...(room && { room }),
        ...(whatIf && { weights }),
      });
      if (n >= 0) times.push(performance.now() - start);
      room = maps.layers[0]!.buffer;
    }
    return { label: engine.label, times };
  } finally {
    await engine.dispose();
  }
}
