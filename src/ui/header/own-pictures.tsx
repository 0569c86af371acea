import { useId, useState } from 'react';
import { sortFiles } from '../../data/sort-files';
import { takePictures, type PathFile } from '../../view/take-pictures';
import { useSession } from '../kit/session-context';
import hidden from '../kit/visually-hidden.module.css';
import styles from './header.module.css';

/** A person's own pictures: one to look at, or several as a data set. */
export function OwnPictures({ onUse }: { onUse: () => void }) {
  const session = useSession();
  const [normalised, setNormalised] = useState(true);
  const [refused, setRefused] = useState<string | null>(null);
  const id = useId();

  const take = async (chosen: File[]) => {
    const { pictures } = await sortFiles(chosen);
    if (pictures.length === 0) {
      setRefused('There are no pictures among these files: choose PNG, JPEG or WebP.');
      return;
    }
    onUse();
    const files: PathFile[] = pictures.map((file) => ({
      path: file.webkitRelativePath || file.name,
      file,
    }));
    session.messages.settleFiles();
    await takePictures(session, files, normalised);
  };

  const choice = (name: string, label: string, folder: boolean) => (
    <span className={styles.chosen}>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        type="file"
        multiple
        {...(folder ? { webkitdirectory: '' } : { accept: 'image/*' })}
        data-testid={`pictures-${name}`}
        className={hidden.hidden}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) void take(files);
        }}
      />
    </span>
  );

  return (
    <>
      <h3>Your own pictures</h3>
      <p className={styles.small}>
        PNG, JPEG, WebP. One is shown to the network; several are a data set: a folder for each
        class, or names as scan12_7.png. Dark on light or light on dark, drawn or photographed. They
        can also be dropped on the page or pasted.
      </p>
      <div className={styles.buttons}>
        {choice('files', 'Pictures ...', false)}
        {choice('folder', 'A folder ...', true)}
      </div>
      <label className={styles.small}>
        <input
          type="checkbox"
          checked={normalised}
          onChange={({ target }) => setNormalised(target.checked)}
        />
        <span>{' scaled and centred as drawings are'}</span>
      </label>
      {refused !== null && (
        <p role="alert" className={styles.refused}>
          {refused}
        </p>
      )}
    </>
  );
}
