import { useState } from 'react';
import { embedCode } from '../../view/link/address';
import { captureLink } from '../../view/link/page-link';
import { originIn } from '../../view/embed/query';
import { Button } from '../kit/button';
import { useView } from '../kit/session-context';
import { useShownPanels } from '../kit/use-shown-panels';
import fields from '../kit/fields.module.css';
import { copy } from './copy';
import styles from './share.module.css';

/** The code of a frame with the panels that are on the page, for slides and course pages. */
export function EmbedCode() {
  const view = useView();
  const panels = useShownPanels();
  const [typed, setTyped] = useState('');
  const [says, setSays] = useState('');
  const text = typed.trim();
  const host = originIn(text);
  const isWrong = text !== '' && host === null;
  const code = embedCode(captureLink(view), { panels, host }, location.href);
  return (
    <details className={styles.embed}>
      <summary>Frame for slides and course pages</summary>
      <label className={styles.host}>
        <span>course page that may hear which steps are done (leave empty if none needs to)</span>
        <input
          className={fields.control}
          value={typed}
          placeholder="https://course.example"
          spellCheck={false}
          autoCapitalize="off"
          inputMode="url"
          aria-invalid={isWrong}
          aria-describedby="embed-host-says"
          data-testid="embed-host"
          onChange={(event) => {
            setTyped(event.target.value);
            setSays('');
          }}
        />
      </label>
      <p id="embed-host-says" className={isWrong ? fields.error : styles.small} role="status">
        {isWrong
          ? 'This is no address: write or paste that of the course page, with its https:// in front.'
          : host === null
            ? 'The frame shows the panels ticked above, as high as they need. The page around it hears nothing of what people do in it.'
            : `The frame shows the panels ticked above, as high as they need. ${host} hears what is in it and what is done in lessons, and may set it.`}
      </p>
      <textarea
        className={styles.code}
        readOnly
        rows={5}
        value={code}
        aria-label="Code of the frame"
        data-testid="embed-code"
        onFocus={(event) => event.target.select()}
      />
      <div className={styles.row}>
        <p className={styles.small} role="status" data-testid="embed-says">
          {says}
        </p>
        <Button
          disabled={isWrong}
          onClick={() => void copy(code, 'The frame').then(setSays)}
          data-testid="embed-copy"
        >
          Copy frame
        </Button>
      </div>
    </details>
  );
}
