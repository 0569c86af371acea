import { useState } from 'react';
import { layerCount, type NetworkSpec } from '../../model/network';
import { firstLine } from '../../view/words/first-line';
import { langStore } from '../../words/lang/lang';
import type { TermName } from '../../words/terms/en';
import { reveal, Ring, type Lit } from '../kit/ring';
import { useSession, useStoreOf } from '../kit/session-context';
import { Term } from '../kit/term/term';
import { useMedia } from '../kit/use-media';
import styles from './first-line.module.css';

const INPUT: Lit = {
  selector: '[data-testid="drawing-pad"], [data-testid="plane"]',
  tab: 'input',
};
const ANSWER: Lit = { selector: '[data-testid="answer"]', tab: null };

/** A layer in whichever view shows it. */
const layerOf = (layer: number): Lit => ({
  selector: ['raster', 'time-map']
    .map((view) => `[data-testid="${view}"][data-layer="${layer}"]`)
    .concat('[data-testid="circuit"]')
    .join(', '),
  tab: 'spikes',
});

interface Clause {
  name: 'input' | 'between' | 'answer';
  term: TermName;
  lights: (spec: NetworkSpec) => Lit[];
}

const CLAUSES: Clause[] = [
  { name: 'input', term: 'ink', lights: () => [INPUT] },
  { name: 'between', term: 'hidden', lights: () => [layerOf(1)] },
  { name: 'answer', term: 'decision', lights: (spec) => [ANSWER, layerOf(layerCount(spec))] },
];

/** The one line of first sight: each clause explains itself, and lights what it speaks of under the pointer and at the focus. */
export function FirstLine() {
  const { network } = useSession();
  const spec = useStoreOf(network.store, (s) => s.spec);
  useStoreOf(langStore);
  const [lit, setLit] = useState<Lit[]>([]);
  const words = firstLine(spec, useMedia('(max-width: 480px)'));
  return (
    <p className={styles.line} data-testid="first-line">
      {CLAUSES.map(({ name, term, lights }) => (
        <span key={name}>
          <Term
            name={term}
            onPoint={(isPointed) => setLit(isPointed ? lights(spec) : [])}
            onPress={() => lights(spec).forEach(reveal)}
          >
            {words[name]}
          </Term>
        </span>
      ))}
      {lit.map((around) => (
        <Ring key={around.selector} around={around} marks={{ 'data-testid': 'first-ring' }} />
      ))}
    </p>
  );
}
