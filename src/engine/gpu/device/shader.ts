/** What TypeScript knows of a kernel's source: declared once, beside the kernel's dispatch, and held to the WGSL by structs.test.ts. */
import type { Struct } from './struct';

export type BindingKind = 'uniform' | 'read' | 'write';

/** WGSL that several kernels share, and the structs it declares. */
export interface Part {
  readonly source: string;
  /** By their names in WGSL. */
  readonly structs?: Readonly<Record<string, Struct>>;
}

export interface Shader<Binding extends string = string, Constant extends string = string> {
  /** Of its entry point; the file's, in kebab-case. */
  readonly name: string;
  /** Complete: the kernel's file and the parts it uses. */
  readonly source: string;
  /** Of group 1, by their names in WGSL and in the order of their numbers; group 0 holds the Step alone. */
  readonly bindings: Readonly<Record<Binding, BindingKind>>;
  /** Its overrides besides `size`, the threads a workgroup. */
  readonly constants: readonly Constant[];
  /** Structs its bindings hold, by their names in WGSL. */
  readonly structs: Readonly<Record<string, Struct>>;
}

/** The file of a kernel in shaders/: its name in kebab-case. */
export function fileOf(name: string): string {
  return `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.wgsl`;
}

interface Declaration<Binding extends string, Constant extends string> extends Part {
  name: string;
  parts: readonly Part[];
  bindings: Readonly<Record<Binding, BindingKind>>;
  constants?: readonly Constant[];
}

/** WGSL has no imports: parts come behind the kernel, so that the lines of an error are those of the kernel's file. */
export function defineShader<Binding extends string, Constant extends string = never>({
  name,
  source,
  structs,
  parts,
  bindings,
  constants = [],
}: Declaration<Binding, Constant>): Shader<Binding, Constant> {
  return {
    name,
    source: [source, ...parts.map((part) => part.source)].join('\n'),
    bindings,
    constants,
    structs: Object.assign({}, ...parts.map((part) => part.structs), structs) as Shader['structs'],
  };
}
