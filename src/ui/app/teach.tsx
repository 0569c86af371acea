/** Own classes: they come after the first answer, closed as well, for a taught network that comes back with the page needs its data. */
import { optionalPart } from './optional-part';

export const Teaching = optionalPart((parts) => parts.TeachingPanel);
