import { conformance } from '../conformance/conformance';
import { createCpuEngine } from './engine';

conformance('CPU', createCpuEngine);
