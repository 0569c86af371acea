/** The script of the engine's worker. */
import { expose } from 'comlink';
import { countMessages } from '../../data/worker/messages';
import { createHost } from './host';

countMessages();
expose(createHost());
