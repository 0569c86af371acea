/** Compiles kernels for a device, once for every set of constants, and says where a shader is wrong. */
import { EngineError } from '../../engine';
import { STEP } from '../stages/layout';
import { SHADERS, type BindingKind, type ShaderName } from '../stages/shaders';

/** One kernel, compiled. */
export interface Kernel {
  readonly name: ShaderName;
  readonly pipeline: GPUComputePipeline;
  /** Threads a workgroup. */
  readonly size: number;
}

export interface Kernels {
  /** Layout of group 0: the Step, at a dynamic offset. */
  readonly stepLayout: GPUBindGroupLayout;
  layout(name: ShaderName): GPUBindGroupLayout;
  /** @param constants overrides besides `size`; booleans as 0 and 1 */
  get(name: ShaderName, size: number, constants?: Record<string, number>): Promise<Kernel>;
}

const BUFFER_TYPES = {
  uniform: 'uniform',
  read: 'read-only-storage',
  write: 'storage',
} as const satisfies Record<BindingKind, GPUBufferBindingType>;

/** GPUShaderStage.COMPUTE; the global is missing in Node. */
const COMPUTE = 4;

export function createKernels(device: GPUDevice): Kernels {
  const modules = new Map<ShaderName, Promise<GPUShaderModule>>();
  const kernels = new Map<string, Promise<Kernel>>();
  const layouts = new Map<ShaderName, GPUBindGroupLayout>();
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

  const moduleOf = (name: ShaderName): Promise<GPUShaderModule> => {
    let module = modules.get(name);
    if (!module) {
      module = compile(device, name, SHADERS[name].source);
      modules.set(name, module);
    }
    return module;
  };

  const layoutOf = (name: ShaderName): GPUBindGroupLayout => {
    let layout = layouts.get(name);
    if (!layout) {
      layout = device.createBindGroupLayout({
        label: `Kernels.${name}Layout`,
        entries: SHADERS[name].bindings.map((kind, binding) => ({
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
    name: ShaderName,
    size: number,
    constants: Record<string, number>,
  ): Promise<Kernel> => {
    const module = await moduleOf(name);
    const creating = device.createComputePipelineAsync({
      label: `Kernels.${name}`,
      layout: device.createPipelineLayout({
        label: `Kernels.${name}PipelineLayout`,
        bindGroupLayouts: [stepLayout, layoutOf(name)],
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
    layout: layoutOf,
    get(name, size, constants = {}) {
      const key = `${name} ${size} ${JSON.stringify(constants)}`;
      let kernel = kernels.get(key);
      if (!kernel) {
        kernel = create(name, size, constants);
        kernels.set(key, kernel);
      }
      return kernel;
    },
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
  return `${name}.wgsl:${lineNum}:${linePos}: ${message}\n${line}\n${caret}`;
}
