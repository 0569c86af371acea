/** Every shader, reflected, against what TypeScript believes of it. */
import { describe, expect, test } from 'vitest';
import {
  ResourceType,
  WgslReflect,
  type ArrayInfo,
  type MemberInfo,
  type StructInfo,
  type TypeInfo,
  type VariableInfo,
} from 'wgsl_reflect';
import type { BindingKind, Shader } from '../device/shader';
import { STEP } from '../device/step';
import { writeStruct, type Struct } from '../device/struct';
import { layerPart } from '../batch/layer';
import { CODING, DRAW, FIELD, PATCHES, RECORD, TALLY, VOLLEY } from './layout';
import { SHADERS } from './shaders';

const reflected = Object.values<Shader<string, string>>(SHADERS).map(
  (shader) => [shader.name, shader, new WgslReflect(shader.source)] as const,
);
const STRUCTS: Record<string, Struct> = {
  ...layerPart.structs,
  Step: STEP,
  Coding: CODING,
  Field: FIELD,
  Draw: DRAW,
  Volley: VOLLEY,
  Patches: PATCHES,
  Record: RECORD,
  Tally: TALLY,
};

/** The struct that a binding holds, alone or many of it. */
function structOf({ type }: VariableInfo): StructInfo | undefined {
  const held = type.isArray ? (type as ArrayInfo).format : type;
  return held.isStruct ? (held as StructInfo) : undefined;
}

const elementOf = (type: TypeInfo): TypeInfo =>
  'format' in type && type.format ? (type.format as TypeInfo) : type;

const field = ({ name, type, offset }: MemberInfo): object => ({
  name,
  type: elementOf(type).name,
  offset,
  ...(type.isArray && { count: (type as ArrayInfo).count }),
});

describe.each(reflected)('%s.wgsl', (name, shader, reflect) => {
  const groups = reflect.getBindGroups();

  test('has one entry point, named like its file, whose workgroup size is an override', () => {
    expect(reflect.entry.compute.map((entry) => entry.name)).toEqual([name]);
    expect(reflect.overrides.map((override) => override.name)).toContain('size');
    expect(shader.source).toMatch(/@compute @workgroup_size\(size\)/);
  });

  test('lays out the structs it binds as TypeScript writes and reads them', () => {
    for (const variable of groups.flat()) {
      const found = structOf(variable);
      if (!found) continue;
      const wanted = STRUCTS[found.name]!;
      expect(found.members.map(field)).toEqual(wanted.fields);
      expect(found.size).toBe(wanted.size);
    }
  });

  test('binds what its owner says', () => {
    expect(groups).toHaveLength(2);
    expect(groups[0]!.map((binding) => binding.resourceType)).toEqual([ResourceType.Uniform]);
    const kinds = groups[1]!.map((binding): BindingKind => {
      if (binding.resourceType === ResourceType.Uniform) return 'uniform';
      return binding.access === 'read_write' ? 'write' : 'read';
    });
    expect(kinds).toEqual(Object.values(shader.bindings));
    // What every device gives without being asked.
    expect(kinds.filter((kind) => kind !== 'uniform').length).toBeLessThanOrEqual(8);
  });

  test('explains itself at the top', () => {
    const header = shader.source.split('\n\n')[0]!;
    expect(header.startsWith('//')).toBe(true);
    expect(shader.source).toMatch(/One thread/);
  });
});

test('writes fields at their places', () => {
  const view = new DataView(new ArrayBuffer(STEP.size));
  writeStruct(view, 0, STEP, { samples: 7, rate: 0.5 });
  expect(view.getUint32(4, true)).toBe(7);
  expect(view.getFloat32(16, true)).toBe(0.5);
});
