/** The engine in a real browser. No adapter, no pass: these tests fail where they cannot run. */
import { afterEach } from 'vitest';
import { conformance } from '../conformance/conformance';
import { createCheckedEngine, expectNoErrors } from './test-device';

afterEach(expectNoErrors);

conformance('webgpu', () => createCheckedEngine('software'), { small: true });
