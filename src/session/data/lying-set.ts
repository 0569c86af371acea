/** Looks whether a set that has come lies on its side, with a network of digits on an engine of its own. */
import type { ImageSet } from '../../data/image-set';
import { digitsIn, isLying } from '../../data/lying';
import { transposed } from '../../data/transpose';
import { formatPercent } from '../../words/numbers';
import type { Options } from '../core/options';

/** The model that is asked: small, and there whenever the page is. */
const READER = '784-128-10';

/** What is to be said of it; null where the set stands upright, or nobody can tell. */
export async function lyingWords(
  { options }: Options<'loadShipped' | 'startHelper'>,
  set: ImageSet,
): Promise<string | null> {
  const digits = digitsIn(set);
  if (!digits || !options.startHelper) return null;
  const network = await options.loadShipped(READER);
  const engine = await options.startHelper();
  try {
    await engine.setNetwork(network);
    const accuracy = async (images: ImageSet): Promise<number> => {
      await engine.setData('test', images);
      return (await engine.evaluate('test')).accuracy;
    };
    const asTheyAre = await accuracy(digits);
    const turned = await accuracy(transposed(digits));
    if (!isLying(asTheyAre, turned)) return null;
    const share = (of: number): string => formatPercent(of, 0);
    return `These images seem to lie on their sides, as EMNIST's do: ${READER} reads ${share(asTheyAre)} of them as they are, and ${share(turned)} turned.`;
  } finally {
    await engine.dispose();
  }
}
