/** What static hosts show where there is no page: a link whose # was escaped on its way is followed from there. */
import { withHash } from './share/unescape-hash';

const address = withHash(location.pathname, location.search);
if (address !== null) location.replace(address);
