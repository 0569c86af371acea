/** The script of the engine's worker. */
import { expose } from 'comlink';
import { createHost } from './host';

expose(createHost());
