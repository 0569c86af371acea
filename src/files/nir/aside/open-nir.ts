/** What the page fetches to open a NIR file. */
import type { OpenNir } from '../../model-source';
import { readNir } from '../read-nir';
import { readChainInWorker } from './in-worker';

export const openNir: OpenNir = (bytes, describe) => readNir(bytes, readChainInWorker, describe);
