/** What happens to a shader that is wrong, and that all of ours are right. */
import { afterAll, expect, test } from 'vitest';
import { compile } from './kernels';
import { SHADERS } from './shaders';
import { requestCheckedDevice } from './test-device';

const device = await requestCheckedDevice();
afterAll(() => {
  device.destroy();
});

test.each(Object.entries(SHADERS))('%s.wgsl compiles alone', async (name, { source }) => {
  device.pushErrorScope('validation');
  await compile(device, name, source);
  expect(await device.popErrorScope()).toBeNull();
});

test('an error shows the line and the place', async () => {
  const source = '// A shader.\nfn f() -> f32 {\n  return wrong;\n}\n';
  device.pushErrorScope('validation');
  await expect(compile(device, 'broken', source)).rejects.toThrow(
    /The shader broken\.wgsl does not compile:\nbroken\.wgsl:3:10: .*wrong.*\n {2}return wrong;\n {9}\^/,
  );
  expect(await device.popErrorScope()).not.toBeNull();
});
