import { repeatable } from '../kit/repeatable';

/** The file of all that the first drawing does not need. */
export const rest = repeatable(() => import('./rest'));

export type Rest = Awaited<ReturnType<typeof rest>>;
