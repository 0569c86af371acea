import { conformance } from '../conformance/conformance';
import { createCpuEngine } from './engine';
import { plainWorkshop } from './plain';

conformance('CPU, WebAssembly', () => createCpuEngine());
conformance('CPU, plain', () => createCpuEngine({ workshop: plainWorkshop }));
