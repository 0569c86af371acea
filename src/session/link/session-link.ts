/** Links as the session alone reads and writes them; those of the page say besides how all is looked at. */
import { linkFormat } from './link-format';
import { faultOf } from './link-state';
import { LINK, type LinkState } from './link-table';

export const SESSION_LINK = linkFormat<LinkState>(LINK, faultOf);

/** What a session opens with where no link says otherwise. */
export const DEFAULT_LINK = SESSION_LINK.fallback;
