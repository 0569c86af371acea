/** Devices for tests in a browser: every validation error of any of them fails the test in which it happens. */
import { expect } from 'vitest';
import type { Engine } from '../engine';
import { requestGpu, type Tuning } from './device/adapter';
import { createGpuEngine } from './engine';

const errors: string[] = [];

/** @throws where there is no adapter: a test must fail then, not skip */
export async function requestCheckedDevice(): Promise<GPUDevice> {
  const { device } = await requestGpu();
  device.addEventListener('uncapturederror', ({ error }) => errors.push(error.message));
  return device;
}

export async function createCheckedEngine(tuneFor?: Tuning): Promise<Engine> {
  const device = await requestCheckedDevice();
  return createGpuEngine({ device, label: 'WebGPU - test', ...(tuneFor ? { tuneFor } : {}) });
}

export function expectNoErrors(): void {
  expect(errors.splice(0)).toEqual([]);
}
