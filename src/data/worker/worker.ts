/** The script of the data's worker. */
import { expose } from 'comlink';
import { dataHost } from './host';
import { countMessages } from './messages';

countMessages();
expose(dataHost);
