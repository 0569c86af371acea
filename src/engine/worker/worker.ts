/** The script of the engine's worker. */
import { expose } from 'comlink';
import { countMessages } from '../../data/worker/messages';
import { createHost } from './host';
import { foreseeCpu } from './open';

countMessages();
expose(createHost());
foreseeCpu();
