import { conformance } from '../conformance/conformance';
import { createCpuEngine } from './engine';
import { plainKernels } from './plain';

conformance('CPU, WebAssembly', () => createCpuEngine());
conformance('CPU, plain', () => createCpuEngine({ provider: plainKernels }));
