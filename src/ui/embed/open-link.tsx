import { ExternalLink } from 'lucide-react';
import { useEffect, useState, type MouseEvent } from 'react';
import { createThrottle } from '../../session/core/throttle';
import { addressOf } from '../../view/link/address';
import { onLinkChange } from '../../view/link/on-link-change';
import { captureLink } from '../../view/link/page-link';
import type { View } from '../../view/view';
import { useView } from '../kit/session-context';
import styles from './embed.module.css';

/** Milliseconds between two renewals of the address while something moves. */
const PAUSE = 250;

/** Milliseconds in which a new tab has taken the focus. */
const PATIENCE = 700;

const NONE_OPENED =
  'If no tab has opened: the page around does not let this frame open one (its sandbox lacks allow-popups). Copy the address of the link instead.';

const addressNow = (view: View): string =>
  addressOf({ ...captureLink(view), hide: [] }, location.href);

/** From the frame to the whole page, with all that is on it. */
export function OpenLink() {
  const view = useView();
  const [address, setAddress] = useState(() => addressNow(view));
  useEffect(() => {
    const renew = createThrottle(
      async () => {
        setAddress(addressNow(view));
        return PAUSE;
      },
      () => performance.now(),
      PAUSE,
    );
    return onLinkChange(view, () => renew.ask());
  }, [view]);

  const onClick = (event: MouseEvent) => {
    // A tab in the background leaves the focus here.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // A browser that opens none says nothing, and one that opens it for a link with `noopener` does not say so either: the focus tells.
    setTimeout(() => {
      if (document.hasFocus()) view.session.messages.note(NONE_OPENED, { topic: 'frame' });
    }, PATIENCE);
  };
  return (
    <a
      className={styles.open}
      href={address}
      target="_blank"
      rel="noopener"
      data-testid="open-whole"
      onClick={onClick}
    >
      <span>Open in the playground</span>
      <ExternalLink size={13} aria-hidden />
    </a>
  );
}
