import { useEffect, useRef } from 'react';
import { closeDialog, dialogStore } from '../../view/dialogs';
import { GLOSSARY, GROUPS, TERMS, type GroupName } from '../../words/terms/terms';
import { Dialog } from '../kit/dialog';
import { LangChoice } from '../kit/lang/lang-choice';
import { useTexts } from '../kit/lang/use-texts';
import { useStoreOf } from '../kit/session-context';
import { PatchPicture } from '../kit/term/patch-picture';
import styles from './help.module.css';

/** Every term of the page in a sentence; opens at the one that was asked for. */
export default function GlossaryDialog() {
  const words = useTexts(GLOSSARY);
  const terms = useTexts(TERMS);
  const asked = useStoreOf(dialogStore, (s) => s.term);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.scrollIntoView({ block: 'center' }), [asked]);
  return (
    <Dialog open onOpenChange={closeDialog} title={words.title} width={820}>
      <div>
        <LangChoice />
      </div>
      <div>
        {(Object.keys(GROUPS) as GroupName[]).map((group) => (
          <section key={group}>
            <h3 className={styles.group}>{words.groups[group]}</h3>
            {group === 'input' && <PatchPicture />}
            <dl className={styles.terms}>
              {GROUPS[group].map((name) => (
                <div
                  key={name}
                  ref={name === asked ? place : undefined}
                  data-term={name}
                  data-asked={name === asked}
                >
                  <dt>{terms[name].name}</dt>
                  <dd>{terms[name].says}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
