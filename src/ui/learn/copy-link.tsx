import { Link } from 'lucide-react';
import { useState } from 'react';
import { lessonAddress } from '../../view/link/address';
import { IconButton } from '../kit/button';
import { useTexts } from '../kit/lang/use-texts';
import { WORDS } from './words';
import { writeClipboard } from '../kit/write-clipboard';
import styles from './learn.module.css';

/** Copies the link that opens one of the page's lessons, to be given to a class. */
export function CopyLink({ number }: { number: number }) {
  const words = useTexts(WORDS);
  const [says, setSays] = useState('');
  const copy = async () => {
    const link = lessonAddress(number, location.href);
    try {
      await writeClipboard(link);
      setSays(words.linkCopied);
    } catch {
      setSays(words.linkByHand(link));
    }
  };
  return (
    <>
      <IconButton
        label={words.copyLink}
        data-testid="lesson-link"
        onClick={() => void copy()}
        // A link that is to be copied by hand stays to be selected.
        onBlur={() => setSays((now) => (now === words.linkCopied ? '' : now))}
      >
        <Link size={13} aria-hidden />
      </IconButton>
      <span role="status" className={styles.linkSays}>
        {says}
      </span>
    </>
  );
}
