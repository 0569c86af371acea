/** The Chromium that measurements run in. */
import { chromium } from 'playwright';
import { chromiumFlags } from '../../scripts/chromium-flags.mjs';
import { findChromium } from '../../scripts/find-chromium.mjs';

/**
 * @param {{ hardware?: boolean, flags?: string[] }} [options] `hardware`: the machine's own GPU instead of SwiftShader
 */
export function openBrowser({ hardware = false, flags = [] } = {}) {
  const software = ['--enable-unsafe-swiftshader'];
  const own = hardware
    ? chromiumFlags.filter((flag) => !flag.startsWith('--use-webgpu-adapter'))
    : [...chromiumFlags, ...software];
  return chromium.launch({ executablePath: findChromium(), args: [...own, ...flags] });
}
