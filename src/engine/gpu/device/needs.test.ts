import { expect, test } from 'vitest';
import { everyPipeline } from '../stages/pipelines.test-data';
import { SHADERS } from '../stages/shaders.test-data';
import { NEEDS, shortage } from './needs';

const most = (kinds: readonly string[]): number =>
  Math.max(
    ...SHADERS.map(
      ({ bindings }) => Object.values(bindings).filter((kind) => kinds.includes(kind)).length,
    ),
  );

test('the needs are those of the kernels, no less and no more', async () => {
  const size = Math.max(...(await everyPipeline()).map((pipeline) => pipeline.size));
  expect(NEEDS).toEqual({
    maxBindGroups: 2,
    // Of group 0 the Step.
    maxUniformBuffersPerShaderStage: 1 + most(['uniform']),
    maxStorageBuffersPerShaderStage: most(['read', 'write']),
    maxComputeWorkgroupSizeX: size,
    maxComputeInvocationsPerWorkgroup: size,
  });
});

test('no kernel has memory that a workgroup shares', () => {
  for (const { name, source } of SHADERS) expect(source, name).not.toMatch(/var<workgroup>/);
});

test('a device that gives less is named with what it lacks', () => {
  expect(shortage({})).toBeNull();
  expect(shortage({ ...NEEDS })).toBeNull();
  expect(shortage({ ...NEEDS, maxStorageBuffersPerShaderStage: 4 })).toBe(
    'maxStorageBuffersPerShaderStage is 4, and the kernels need 8',
  );
});
