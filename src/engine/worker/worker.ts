/** The script of the engine's worker. */
import { expose } from 'comlink';
import { countMessages } from './bell';
import { createHost } from './host';

countMessages();
expose(createHost());
