import { existsSync, readdirSync } from 'node:fs';
import { installDebian, isDebianAsRoot } from './debian.mjs';

const PACKAGE = 'mesa-vulkan-drivers';

/** Where Linux keeps the lists of its Vulkan drivers. */
const LISTS = [
  '/usr/share/vulkan/icd.d',
  '/etc/vulkan/icd.d',
  '/run/opengl-driver/share/vulkan/icd.d',
];
const hasVulkan = () => LISTS.some((list) => existsSync(list) && readdirSync(list).length > 0);

/**
 * Something to run WebGPU on where there is no graphics processor: Debian has a driver in software.
 *
 * @returns {Promise<string | undefined>} one sentence where it could not be had
 */
export async function ensureVulkan() {
  if (process.platform !== 'linux' || hasVulkan()) return undefined;
  if (isDebianAsRoot()) {
    console.error('Installing a Vulkan driver ...');
    await installDebian(PACKAGE);
  }
  if (hasVulkan()) return undefined;
  return `A Vulkan driver could not be had: install one (on Debian ${PACKAGE}).`;
}
