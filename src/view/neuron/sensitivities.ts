/** Whether the table of contributions shows derivatives: how far the firing time moves with a spike, and with a weight. */
import { flag } from '../../session/link/link-codecs';
import { linkPart } from '../link/link-part';

export const sensitivities = linkPart<boolean>(false, flag, { words: () => 'with sensitivities' });
