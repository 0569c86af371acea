import { popoverSheetsFrom } from '../kit/popover';
import { repeatable } from '../kit/repeatable';
import { termTipsFrom } from '../kit/term/term-tips';

/** The file of all that the first drawing does not need. */
export const rest = repeatable(() => import('./rest'));

/** What only an embedded page needs. */
export const embed = repeatable(() => import('../embed/embed'), { ahead: false });

popoverSheetsFrom(async () => (await rest()).PopoverSheet);
termTipsFrom(async () => (await rest()).TermTip);

export type Rest = Awaited<ReturnType<typeof rest>>;
