/** What is asked of a device, counted: objects made, work submitted, bytes moved. For tests and measurements; the engine knows nothing of it. */

export interface Counts {
  buffers: number;
  bindGroups: number;
  pipelines: number;
  submits: number;
  dispatches: number;
  /** Calls into compute passes: pipelines and groups set, and dispatches. */
  passCalls: number;
  /** By `writeBuffer`, to the GPU. */
  writes: number;
  bytesWritten: number;
  /** From buffer to buffer, on the GPU. */
  bytesCopied: number;
  /** Buffers mapped to be read, and their bytes; counted once the bytes are there. */
  readBacks: number;
  bytesRead: number;
  /** Submits whose read-back had not come at most, at any submit. */
  mostUnderWay: number;
}

export interface Counted {
  /** Since the last `take`. */
  readonly counts: Counts;
  take(): Counts;
}

const none = (): Counts => ({
  buffers: 0,
  bindGroups: 0,
  pipelines: 0,
  submits: 0,
  dispatches: 0,
  passCalls: 0,
  writes: 0,
  bytesWritten: 0,
  bytesCopied: 0,
  readBacks: 0,
  bytesRead: 0,
  mostUnderWay: 0,
});

/** Calls `before` with the arguments of every call of a method of this one object. */
function watch<T extends object, K extends keyof T>(
  object: T,
  method: K,
  before: (...given: T[K] extends (...given: infer A) => unknown ? A : never) => void,
): void {
  const original = object[method] as (...given: unknown[]) => unknown;
  const watched = (...given: unknown[]): unknown => {
    (before as (...given: unknown[]) => void)(...given);
    return original.apply(object, given);
  };
  Object.defineProperty(object, method, { value: watched, configurable: true });
}

/** The same with what the call returned. */
function watchMade<T extends object, K extends keyof T>(
  object: T,
  method: K,
  after: (made: T[K] extends (...given: never[]) => infer R ? R : never) => void,
): void {
  const original = object[method] as (...given: unknown[]) => unknown;
  const watched = (...given: unknown[]): unknown => {
    const made = original.apply(object, given);
    (after as (made: unknown) => void)(made);
    return made;
  };
  Object.defineProperty(object, method, { value: watched, configurable: true });
}

const PASS_CALLS = ['setPipeline', 'setBindGroup', 'dispatchWorkgroups'] as const;

/** Counts from now on: call it before anything is made on the device. */
export function countCalls(device: GPUDevice): Counted {
  let counts = none();
  let underWay = 0;

  watchMade(device, 'createBuffer', (buffer) => {
    counts.buffers++;
    const mapAsync = buffer.mapAsync.bind(buffer);
    const mapped = async (mode: number, offset = 0, size = buffer.size - offset): Promise<void> => {
      await mapAsync(mode, offset, size);
      counts.readBacks++;
      counts.bytesRead += size;
      underWay--;
    };
    Object.defineProperty(buffer, 'mapAsync', { value: mapped });
  });
  watch(device, 'createBindGroup', () => counts.bindGroups++);
  watch(device, 'createComputePipelineAsync', () => counts.pipelines++);
  watch(device, 'createComputePipeline', () => counts.pipelines++);
  watchMade(device, 'createCommandEncoder', (encoder) => {
    watchMade(encoder, 'beginComputePass', (pass) => {
      for (const call of PASS_CALLS) watch(pass, call, () => counts.passCalls++);
      watch(pass, 'dispatchWorkgroups', () => counts.dispatches++);
    });
    watch(encoder, 'copyBufferToBuffer', (...given: unknown[]) => {
      counts.bytesCopied += given[4] as number;
    });
  });
  const { queue } = device;
  watch(queue, 'submit', () => {
    counts.submits++;
    underWay++;
    counts.mostUnderWay = Math.max(counts.mostUnderWay, underWay);
  });
  watch(queue, 'writeBuffer', (_, __, data, ___, elements) => {
    counts.writes++;
    counts.bytesWritten += bytesOf(data, elements);
  });
  // Some implementations make another object of it each time it is asked for.
  Object.defineProperty(device, 'queue', { value: queue });

  return {
    get counts() {
      return counts;
    },
    take() {
      const taken = counts;
      counts = none();
      return taken;
    },
  };
}

/** Of a typed array `writeBuffer` takes so many elements, of a buffer so many bytes; without a number all of it. */
function bytesOf(data: AllowSharedBufferSource, elements: number | undefined): number {
  const { byteLength } = data;
  if (elements === undefined) return byteLength;
  return elements * ('BYTES_PER_ELEMENT' in data ? (data.BYTES_PER_ELEMENT as number) : 1);
}
