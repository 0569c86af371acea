/** Every shader, reflected, against what TypeScript believes of it. */
import { describe, expect, test } from 'vitest';
import { ResourceType, WgslReflect, type StructInfo } from 'wgsl_reflect';
import {
  CODING,
  DRAW,
  FIELD,
  LAYER,
  PATCHES,
  RECORD,
  STEP,
  TALLY,
  VOLLEY,
  writeStruct,
  type Struct,
} from './layout';
import { SHADERS, type BindingKind } from './shaders';

const reflected = Object.entries(SHADERS).map(
  ([name, shader]) => [name, shader, new WgslReflect(shader.source)] as const,
);

function structOf(reflect: WgslReflect, name: string): StructInfo | undefined {
  return reflect.structs.find((struct) => struct.name === name);
}

function expectStruct(actual: StructInfo, wanted: Struct<string>): void {
  expect(actual.members.map((m) => [m.name, m.type.name, m.offset])).toEqual(wanted.fields);
  expect(actual.size).toBe(wanted.size);
}

describe.each(reflected)('%s.wgsl', (name, shader, reflect) => {
  test('has one entry point, named like its file, whose workgroup size is an override', () => {
    expect(reflect.entry.compute.map((entry) => entry.name)).toEqual([name]);
    expect(reflect.overrides.map((override) => override.name)).toContain('size');
    expect(shader.source).toMatch(/@compute @workgroup_size\(size\)/);
  });

  test('lays out its structs as layout.ts says', () => {
    expectStruct(structOf(reflect, 'Step')!, STEP);
    const layer = structOf(reflect, 'Layer');
    if (layer) expectStruct(layer, LAYER);
    for (const [struct, wanted] of [
      ['Coding', CODING],
      ['Field', FIELD],
      ['Draw', DRAW],
      ['Volley', VOLLEY],
      ['Patches', PATCHES],
    ] as const) {
      const found = structOf(reflect, struct);
      if (found) expectStruct(found, wanted);
    }
    for (const [struct, words] of [
      ['Record', RECORD],
      ['Tally', TALLY],
    ] as const) {
      const found = structOf(reflect, struct);
      if (!found) continue;
      expect(found.size).toBe(words.words * 4);
      for (const member of found.members) {
        if (member.name in words)
          expect([member.name, member.offset]).toEqual([
            member.name,
            words[member.name as keyof typeof words] * 4,
          ]);
        else expect(member.name).toMatch(/^unused/);
      }
    }
  });

  test('binds what shaders.ts says', () => {
    const groups = reflect.getBindGroups();
    expect(groups).toHaveLength(2);
    expect(groups[0]!.map((binding) => binding.resourceType)).toEqual([ResourceType.Uniform]);
    const kinds = groups[1]!.map((binding): BindingKind => {
      if (binding.resourceType === ResourceType.Uniform) return 'uniform';
      return binding.access === 'read_write' ? 'write' : 'read';
    });
    expect(kinds).toEqual(shader.bindings);
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
