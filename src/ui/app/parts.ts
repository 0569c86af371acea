import { popoverSheetsFrom } from '../kit/popover';
import { repeatable } from '../kit/repeatable';

/** The file of all that the first drawing does not need. */
export const rest = repeatable(() => import('./rest'));

popoverSheetsFrom(async () => (await rest()).PopoverSheet);

export type Rest = Awaited<ReturnType<typeof rest>>;
