import { useEffect, useRef } from 'react';
import { useSession } from '../kit/session-context';
import styles from './embed.module.css';
import { OpenLink } from './open-link';
import { followSeenPart } from './seen-part';
import { tellHeight } from './tell-height';

/** The foot of an embedded page: the way out of the frame. It stands last on the page, whose height it tells. */
export function Foot() {
  const session = useSession();
  const foot = useRef<HTMLElement>(null);
  useEffect(() => tellHeight(foot.current!.parentElement!, window), []);
  useEffect(() => followSeenPart(session, document.documentElement), [session]);
  return (
    <footer ref={foot} className={styles.foot}>
      <OpenLink />
    </footer>
  );
}
