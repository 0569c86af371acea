/** Training on the first images while the others are still coming, in both layouts. */
import { afterEach } from 'vitest';
import { arrivingConformance } from '../conformance/arriving';
import { createCheckedEngine, expectNoErrors } from './test-device';

afterEach(expectNoErrors);

arrivingConformance('webgpu', () => createCheckedEngine('software'));
arrivingConformance('webgpu, laid out for a real GPU', () => createCheckedEngine('hardware'));
