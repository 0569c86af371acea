import { conformance } from '../conformance/conformance';
import { createReferenceEngine } from './reference';

conformance('reference', async () => createReferenceEngine());
