/**
 * How Chromium is started for tests, by Vitest and by Playwright alike: WebGPU on SwiftShader, without a GPU and
 * without a display, also as root. Without --enable-unsafe-webgpu the software adapter is null.
 */
export const chromiumFlags = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
