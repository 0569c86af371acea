import { useStore } from 'zustand';
import { addressOf } from '../../view/link/address';
import { captureLink } from '../../view/link/page-link';
import { paperStore } from '../kit/paper';
import { useView } from '../kit/session-context';
import styles from './app.module.css';

/** Longer links, those with a drawing or points, are of no use on paper. */
const READABLE = 300;

/** Heads the page on paper: where it is to be found again. */
export function PaperLine() {
  const paper = useStore(paperStore, (s) => s.paper);
  return paper ? <Address /> : null;
}

function Address() {
  const address = addressOf(captureLink(useView()), location.href);
  const text =
    address.length <= READABLE
      ? address
      : `${location.origin}${location.pathname} (the link of this very page is too long for paper: Share has it)`;
  return (
    <p className={styles.address} data-testid="paper-line">
      {text}
    </p>
  );
}
