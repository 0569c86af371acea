/** Compiles kernels for a device, once for every set of constants, and says where a shader is wrong. */
import { EngineError } from '../../engine';
import { fileOf, type BindingKind, type Shader } from './shader';
import { STEP } from './step';

/** One kernel, compiled. */
export interface Kernel {
  readonly name: string;
  readonly pipeline: GPUComputePipeline;
  /** Threads a workgroup. */
  readonly size: number;
}

/** A buffer, or part of one: its offset is a multiple of 256 bytes. */
export type Bound = GPUBuffer | GPUBufferBinding;

export interface Kernels {
  /** Layout of group 0: the Step, at a dynamic offset. */
  readonly stepLayout: GPUBindGroupLayout;
  /** @param size threads a workgroup */
  get<Constant extends string>(
    shader: Shader<string, Constant>,
    size: number,
    constants: Readonly<Record<NoInfer<Constant>, number | boolean>>,
  ): Promise<Kernel>;
  /** Group 1 of a shader, whatever its size and constants. */
  bind<Binding extends string>(
    shader: Shader<Binding>,
    buffers: Readonly<Record<NoInfer<Binding>, Bound>>,
  ): GPUBindGroup;
}

const BUFFER_TYPES = {
  uniform: 'uniform',
  read: 'read-only-storage',
  write: 'storage',
} as const satisfies Record<BindingKind, GPUBufferBindingType>;

/** GPUShaderStage.COMPUTE; the global is missing in Node. */
const COMPUTE = 4;

export function createKernels(device: GPUDevice): Kernels {
  const modules = new Map<string, Promise<GPUShaderModule>>();
  const kernels = new Map<string, Promise<Kernel>>();
  const layouts = new Map<string, GPUBindGroupLayout>();
  const stepLayout = device.createBindGroupLayout({
    label: 'Kernels.stepLayout',
    entries: [
      {
        binding: 0,
        visibility: COMPUTE,
        buffer: { type: 'uniform', hasDynamicOffset: true, minBindingSize: STEP.size },
      },
    ],
  });

  const moduleOf = ({ name, source }: Shader): Promise<GPUShaderModule> => {
    let module = modules.get(name);
    if (!module) {
      module = compile(device, name, source);
      modules.set(name, module);
    }
    return module;
  };

  const layoutOf = ({ name, bindings }: Shader): GPUBindGroupLayout => {
    let layout = layouts.get(name);
    if (!layout) {
      layout = device.createBindGroupLayout({
        label: `Kernels.${name}Layout`,
        entries: Object.values(bindings).map((kind, binding) => ({
          binding,
          visibility: COMPUTE,
          buffer: { type: BUFFER_TYPES[kind] },
        })),
      });
      layouts.set(name, layout);
    }
    return layout;
  };

  const create = async (
    shader: Shader,
    size: number,
    constants: Record<string, number>,
  ): Promise<Kernel> => {
    const { name } = shader;
    const module = await moduleOf(shader);
    const creating = device.createComputePipelineAsync({
      label: `Kernels.${name}`,
      layout: device.createPipelineLayout({
        label: `Kernels.${name}PipelineLayout`,
        bindGroupLayouts: [stepLayout, layoutOf(shader)],
      }),
      compute: { module, entryPoint: name, constants: { size, ...constants } },
    });
    const pipeline = await creating.catch((error: unknown) => {
      throw notCompiled(name, error);
    });
    return { name, pipeline, size };
  };

  return {
    stepLayout,
    get(shader, size, given) {
      const constants = Object.fromEntries(
        Object.entries<number | boolean>(given).map(([name, value]) => [name, Number(value)]),
      );
      const key = `${shader.name} ${size} ${JSON.stringify(constants)}`;
      let kernel = kernels.get(key);
      if (!kernel) {
        kernel = create(shader, size, constants);
        kernels.set(key, kernel);
      }
      return kernel;
    },
    bind: (shader, buffers) =>
      device.createBindGroup({
        label: `Kernels.${shader.name}Group`,
        layout: layoutOf(shader),
        entries: (Object.keys(shader.bindings) as (keyof typeof buffers)[]).map((name, binding) => {
          const bound: Bound = buffers[name];
          return { binding, resource: 'buffer' in bound ? bound : { buffer: bound } };
        }),
      }),
  };
}

/** A sentence for people; what the compiler said is the cause, for who mends it. Browsers show it on their consoles as well. */
const notCompiled = (name: string, cause: unknown): EngineError =>
  new EngineError(
    `WebGPU here, or the graphics driver, does not compile the kernel "${name}": choose the CPU engine.`,
    { cause },
  );

/** @throws EngineError, whose cause has the faulty lines of the source under each message */
export async function compile(
  device: GPUDevice,
  name: string,
  source: string,
): Promise<GPUShaderModule> {
  const module = device.createShaderModule({ label: `Kernels.${name}Module`, code: source });
  const { messages } = await module.getCompilationInfo();
  const errors = messages.filter((message) => message.type === 'error');
  if (errors.length > 0) {
    throw notCompiled(
      name,
      new Error(errors.map((error) => explain(name, source, error)).join('\n')),
    );
  }
  return module;
}

/** "NAME.wgsl:12:5: message", the line itself and a caret under the place. */
function explain(
  name: string,
  source: string,
  { lineNum, linePos, message }: Pick<GPUCompilationMessage, 'lineNum' | 'linePos' | 'message'>,
): string {
  const line = source.split('\n')[lineNum - 1] ?? '';
  const caret = `${' '.repeat(Math.max(0, linePos - 1))}^`;
  return `${fileOf(name)}:${lineNum}:${linePos}: ${message}\n${line}\n${caret}`;
}
