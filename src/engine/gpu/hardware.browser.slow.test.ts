/**
 * The engine as it works on a real GPU, whatever adapter there is: other workgroups, hidden spikes ranked, distortion on the GPU. The whole
 * suite, large networks as well.
 */
import { afterEach } from 'vitest';
import { conformance } from '../conformance/conformance';
import { createCheckedEngine, expectNoErrors } from './test-device';

afterEach(expectNoErrors);

conformance('webgpu, laid out for a real GPU,', () => createCheckedEngine('hardware'));
