import { useId, useState } from 'react';
import type { OwnFiles } from '../../session/own-files';
import { dataRoleOf } from '../app/sort-files';
import { Button } from '../kit/button';
import { VisuallyHidden } from '../kit/visually-hidden';
import styles from './header.module.css';

const FIELDS: { role: keyof OwnFiles; label: string }[] = [
  { role: 'trainImages', label: 'Images' },
  { role: 'trainLabels', label: 'Labels' },
  { role: 'testImages', label: 'Test images' },
  { role: 'testLabels', label: 'Test labels' },
];

/** A person's own IDX files: four choices, or all of them chosen or dropped at once. */
export function OwnData({ onUse }: { onUse: (files: OwnFiles) => void }) {
  const [files, setFiles] = useState<OwnFiles>({});
  const id = useId();
  const ready = files.trainImages && files.trainLabels;

  /** Several files at once find their places by name; one alone goes where it was put. */
  const take = (chosen: File[], role: keyof OwnFiles) => {
    if (chosen.length === 1) return setFiles({ ...files, [role]: chosen[0] });
    const placed = chosen.map((file) => [dataRoleOf(file.name) ?? role, file] as const);
    setFiles({ ...files, ...Object.fromEntries(placed) });
  };

  return (
    <>
      <h3>Your own images</h3>
      <p className={styles.small}>
        IDX files as MNIST&apos;s, plain or gzip, up to 64 x 64 pixels and 26 classes; several can
        be chosen at once. Without test files the last sixth is held out. They stay on this machine.
      </p>
      {FIELDS.map(({ role, label }) => (
        <div key={role} className={styles.fileRow}>
          <span className={styles.soft}>{label}</span>
          <span className={styles.chosen}>
            <label htmlFor={`${id}-${role}`}>
              <VisuallyHidden>{`${label}: `}</VisuallyHidden>
              <span>{files[role]?.name ?? 'choose ...'}</span>
            </label>
            <input
              id={`${id}-${role}`}
              type="file"
              multiple
              data-testid={`data-${role}`}
              className={styles.input}
              onChange={(event) => {
                take([...(event.target.files ?? [])], role);
                event.target.value = '';
              }}
            />
          </span>
        </div>
      ))}
      <div>
        <Button kind="filled" disabled={!ready} onClick={() => onUse(files)}>
          Use these files
        </Button>
      </div>
    </>
  );
}
