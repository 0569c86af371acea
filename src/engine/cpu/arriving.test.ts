/** Training on the first images while the others are still coming. */
import { arrivingConformance } from '../conformance/arriving';
import { createCpuEngine } from './engine';

arrivingConformance('cpu', createCpuEngine);
