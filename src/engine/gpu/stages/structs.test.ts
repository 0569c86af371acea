/** Every shader, reflected, against what its owner in TypeScript says of it. */
import { readdirSync } from 'node:fs';
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
import { fileOf, type BindingKind } from '../device/shader';
import { STEP } from '../device/step';
import { writeStruct } from '../device/struct';
import { SHADERS } from './shaders.test-data';

const reflected = SHADERS.map(
  (shader) => [shader.name, shader, new WgslReflect(shader.source)] as const,
);

/** The struct that a binding holds, alone or many of it. */
function structOf({ type }: VariableInfo): StructInfo | undefined {
  const held = type.isArray ? (type as ArrayInfo).format : type;
  return held.isStruct ? (held as StructInfo) : undefined;
}

/** Of an array its elements' type, of an atomic what it holds. */
const heldBy = (type: TypeInfo): TypeInfo =>
  'format' in type && type.format ? (type.format as TypeInfo) : type;

const field = ({ name, type, offset }: MemberInfo): object => ({
  name,
  type: heldBy(type).name,
  offset,
  ...(type.isArray && { count: (type as ArrayInfo).count }),
});

const kindOf = ({ resourceType, access }: VariableInfo): BindingKind => {
  if (resourceType === ResourceType.Uniform) return 'uniform';
  return access === 'read_write' ? 'write' : 'read';
};

/** The fields of a struct that a shader reads or writes through one of its bindings. */
function fieldsUsed(source: string, variable: VariableInfo, struct: StructInfo): string[] {
  const code = source.replace(/\/\/.*/g, '');
  // A uniform is read where it stands; of an array an element may be copied first.
  const through = variable.type.isArray ? '' : `\\b${variable.name}`;
  return struct.members
    .map(({ name }) => name)
    .filter((name) => new RegExp(`${through}\\.${name}\\b`).test(code));
}

describe.each(reflected)('%s', (name, shader, reflect) => {
  const groups = reflect.getBindGroups();

  test('has one entry point of its name, whose workgroup size is an override', () => {
    expect(reflect.entry.compute.map((entry) => entry.name)).toEqual([name]);
    expect(reflect.overrides.map((override) => override.name).toSorted()).toEqual(
      ['size', ...shader.constants].toSorted(),
    );
    expect(shader.source).toMatch(/@compute @workgroup_size\(size\)/);
  });

  test('lays out the structs it binds as TypeScript writes and reads them', () => {
    for (const variable of groups.flat()) {
      const found = structOf(variable);
      if (!found) continue;
      const wanted = shader.structs[found.name];
      expect(found.members.map(field), found.name).toEqual(wanted?.fields);
      expect(found.size).toBe(wanted?.size);
    }
  });

  test('binds by the names, in the order and as its owner says', () => {
    expect(groups).toHaveLength(2);
    expect(groups[0]!.map((binding) => binding.resourceType)).toEqual([ResourceType.Uniform]);
    const found = groups[1]!.map((variable) => [variable.name, kindOf(variable)]);
    expect(found).toEqual(Object.entries(shader.bindings));
    // What every device gives without being asked.
    expect(found.filter(([, kind]) => kind !== 'uniform').length).toBeLessThanOrEqual(8);
  });

  test('explains itself at the top', () => {
    const header = shader.source.split('\n\n')[0]!;
    expect(header.startsWith('//')).toBe(true);
    expect(shader.source).toMatch(/One thread/);
  });
});

test('every file of shaders/ has one owner', () => {
  const files = readdirSync('shaders').filter((file) => file.endsWith('.wgsl'));
  expect(SHADERS.map(({ name }) => fileOf(name)).toSorted()).toEqual(files.toSorted());
});

test('every field of every struct is of use to some shader', () => {
  const fields = new Map<string, Set<string>>();
  const used = new Map<string, Set<string>>();
  for (const [, { source }, reflect] of reflected) {
    for (const variable of reflect.getBindGroups().flat()) {
      const found = structOf(variable);
      if (!found) continue;
      const { name } = found;
      fields.set(name, new Set(found.members.map((member) => member.name)));
      const some = fieldsUsed(source, variable, found);
      used.set(name, new Set([...(used.get(name) ?? []), ...some]));
    }
  }
  expect(fields.size).toBeGreaterThan(5);
  for (const [name, all] of fields)
    expect(
      [...all].filter((one) => !used.get(name)!.has(one)),
      name,
    ).toEqual([]);
});

test('writes fields at their places', () => {
  const view = new DataView(new ArrayBuffer(STEP.size));
  writeStruct(view, 0, STEP, { samples: 7, rate: 0.5 });
  expect(view.getUint32(4, true)).toBe(7);
  expect(view.getFloat32(16, true)).toBe(0.5);
});
