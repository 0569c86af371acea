/** Every pipeline the page can ask for: kernels with their constants and sizes, found by compiling networks of every kind on kernels that only write down. */
import { layerPlans } from '../../../model/layers';
import {
  DEFAULT_NETWORK,
  RESPONSES,
  TRAIN_CODES,
  type Convolution,
  type NetworkSpec,
} from '../../../model/network';
import type { Kernel, Kernels } from '../device/kernels';
import type { Shader } from '../device/shader';
import { workgroupSizes } from '../device/sizes';
import { compileDistorter } from './distorter';
import { compilePasses } from './passes';
import type { UpdateRule } from './update';

export interface Pipeline {
  shader: Shader;
  /** Threads a workgroup. */
  size: number;
  constants: Record<string, number>;
}

const CONVOLUTIONS: (Convolution[] | undefined)[] = [
  undefined,
  [{ channels: 4, kernel: 5, stride: 2 }],
  // Channels in fours of 1, 2 and 4: as many neurons a thread.
  [
    { channels: 8, kernel: 5, stride: 2 },
    { channels: 16, kernel: 3, stride: 2 },
  ],
];
/** Layers with fewer outputs than a thread takes neurons, and with more. */
const LAYERS = [[3], [10], [2, 3], [6, 10], [20, 12]];
const RULES: UpdateRule[] = ['adam', 'sgd', 'adam+average', 'sgd+average'];

function* networks(): Generator<NetworkSpec> {
  for (const response of RESPONSES)
    for (const convolutions of CONVOLUTIONS)
      for (const layers of LAYERS)
        for (const kernel of [1, 2])
          for (const train of TRAIN_CODES)
            yield {
              ...DEFAULT_NETWORK,
              response,
              layers,
              coding: { kernel, stride: kernel, train },
              ...(convolutions && { convolutions }),
            };
}

/** One line for a pipeline: "propagate size=64 fours=1 packed=0". */
export function pipelineName({ shader, size, constants }: Pipeline): string {
  const given = Object.entries(constants).map(([name, value]) => `${name}=${value}`);
  return [shader.name, `size=${size}`, ...given].join(' ');
}

export async function everyPipeline(): Promise<Pipeline[]> {
  const found = new Map<string, Pipeline>();
  const kernels: Pick<Kernels, 'get'> = {
    get(shader, size, given) {
      const constants = Object.fromEntries(
        Object.entries<number | boolean>(given).map(([name, value]) => [name, Number(value)]),
      );
      const pipeline = { shader: shader as Shader, size, constants };
      found.set(pipelineName(pipeline), pipeline);
      return Promise.resolve({ name: shader.name, size } as Kernel);
    },
  };
  const recording = kernels as Kernels;
  for (const software of [true, false]) {
    const sizes = workgroupSizes(software);
    for (const spec of networks()) {
      const plans = layerPlans(spec);
      const { prepare } = await compilePasses({ kernels: recording, spec, plans, sizes });
      for (const rule of RULES) await prepare(rule);
    }
    await compileDistorter(recording, sizes);
  }
  return [...found.values()];
}
