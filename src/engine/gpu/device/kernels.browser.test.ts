/** What happens to a shader that is wrong, and that all of ours are right. */
import { afterAll, expect, test } from 'vitest';
import type { EngineError } from '../../engine';
import { compile } from './kernels';
import { SHADERS } from '../stages/shaders.test-data';
import { requestCheckedDevice } from '../test-device';

const device = await requestCheckedDevice();
afterAll(() => {
  device.destroy();
});

test.each(SHADERS.map(({ name, source }) => [name, source]))(
  '%s compiles alone',
  async (name, source) => {
    device.pushErrorScope('validation');
    await compile(device, name, source);
    expect(await device.popErrorScope()).toBeNull();
  },
);

test('an error is a sentence for people, and shows the line and the place to who looks for them', async () => {
  const source = '// A shader.\nfn f() -> f32 {\n  return wrong;\n}\n';
  device.pushErrorScope('validation');
  const error = await compile(device, 'broken', source).catch((thrown: Error) => thrown);
  expect((error as EngineError).message).toBe(
    'WebGPU here, or the graphics driver, does not compile the kernel "broken": choose the CPU engine.',
  );
  expect(((error as EngineError).cause as Error).message).toMatch(
    /^broken\.wgsl:3:10: .*wrong.*\n {2}return wrong;\n {9}\^/,
  );
  expect(await device.popErrorScope()).not.toBeNull();
});
