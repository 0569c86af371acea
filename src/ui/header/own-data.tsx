import { useId, useState } from 'react';
import type { DataFiles, OwnFiles } from '../../data/own-files';
import { sortFiles } from '../../data/sort-files';
import { said } from '../../model/said';
import { Button } from '../kit/button';
import { VisuallyHidden } from '../kit/visually-hidden';
import hidden from '../kit/visually-hidden.module.css';
import styles from './header.module.css';

const FIELDS: { role: keyof DataFiles; label: string }[] = [
  { role: 'trainImages', label: 'Images' },
  { role: 'trainLabels', label: 'Labels' },
  { role: 'testImages', label: 'Test images' },
  { role: 'testLabels', label: 'Test labels' },
];

/** A person's own files: four choices, or all of them chosen or dropped at once. */
export function OwnData({ onUse }: { onUse: (files: OwnFiles) => void }) {
  const [files, setFiles] = useState<DataFiles>({});
  /** Images that bring their labels along. */
  const [labelled, setLabelled] = useState<File[]>([]);
  const [refused, setRefused] = useState<string[]>([]);
  const id = useId();
  const ready = files.trainImages && (files.trainLabels || labelled.includes(files.trainImages));

  /** Several files chosen at once are assigned to their fields by their content; a single one goes to the field it was chosen in. */
  const take = async (chosen: File[], role: keyof DataFiles) => {
    const { data, labelled: whole, model, pictures, refused: sentences } = await sortFiles(chosen);
    if (model) sentences.push(`${said(model.name)} is a model: open it with Open.`);
    if (pictures.length > 0)
      sentences.push(
        `${said(pictures[0]!.name)} is a picture: choose it under "Your own pictures".`,
      );
    setRefused(sentences);
    const placed = chosen.length === 1 && sentences.length === 0 ? { [role]: chosen[0] } : data;
    setLabelled((now) => [...now, ...whole]);
    setFiles((now) => ({ ...now, ...placed }));
  };

  return (
    <>
      <h3>Your own images</h3>
      <p className={styles.small}>
        IDX files as MNIST&apos;s or arrays of NumPy, or one file with the labels in it: a table
        (CSV: label, pixels) or an NPZ archive. Up to 64 x 64 pixels and 64 classes; several can be
        chosen at once. Without test files a sixth of each class is held out for testing: chosen at
        random, and always the same images. They stay on this machine.
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
              className={hidden.hidden}
              onChange={(event) => {
                void take([...(event.target.files ?? [])], role);
                event.target.value = '';
              }}
            />
          </span>
        </div>
      ))}
      {refused.map((sentence) => (
        <p key={sentence} role="alert" className={styles.refused}>
          {sentence}
        </p>
      ))}
      <div>
        <Button kind="filled" disabled={!ready} onClick={() => onUse(files)}>
          Use these files
        </Button>
      </div>
    </>
  );
}
