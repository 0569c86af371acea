/** What the network is tested with, in words: of own classes and points it may be the very ones it learns from, which is no test. */
import { isPointSize } from '../../data/points/point';
import { nounOf } from '../../data/noun';
import { TAUGHT_NAME, TEN } from '../../data/taught/taught-names';
import type { NetworkSpec } from '../../model/network';
import type { DataState } from './data-state';

type Data = Pick<DataState, 'heldOut' | 'name' | 'points' | 'test'>;

export interface Tested {
  /** Own ones that it learns from are among them. */
  known: boolean;
  /** What the share answered rightly is called: "test accuracy". */
  accuracy: string;
  /** "test images", after "the" or "all". */
  many: string;
  /** After "it reads 97 % of". */
  of: string;
}

const UNSEEN = 'test accuracy';
const LITTLE = 'that it has learned from, which says little of new ones';

const digitsBeside = (classNames: readonly string[] | undefined): boolean =>
  classNames?.slice(0, TEN.length).join() === TEN.join();

/** What a network was tested with that had learned from it: "digits and known drawings", "known points". */
export function knownWords({ input, classNames }: NetworkSpec): string {
  if (isPointSize(input)) return `known ${nounOf(input).many}`;
  return `${digitsBeside(classNames) ? 'digits and ' : ''}known drawings`;
}

export function testedOf({ heldOut, name, points, test }: Data): Tested {
  const noun = nounOf(test.set).many;
  if (name === TAUGHT_NAME) {
    const beside = digitsBeside(test.set?.classNames);
    const [digits, mnist] = beside ? ['digits and ', 'MNIST’s test digits and of '] : ['', ''];
    return heldOut
      ? {
          known: false,
          accuracy: UNSEEN,
          many: `test ${digits}drawings`,
          of: `${mnist}the drawings that were kept out of training`,
        }
      : {
          known: true,
          accuracy: `accuracy on ${digits}known drawings`,
          many: `${digits}known drawings`,
          of: `${mnist}the drawings ${LITTLE}`,
        };
  }
  if (!heldOut && points?.set === 'own')
    return {
      known: true,
      accuracy: `accuracy on known ${noun}`,
      many: `known ${noun}`,
      of: `the ${noun} ${LITTLE}`,
    };
  return { known: false, accuracy: UNSEEN, many: `test ${noun}`, of: `the test ${noun}` };
}
