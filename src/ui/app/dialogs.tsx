/** The dialogs that the whole page shares. */
import type { ComponentType } from 'react';
import { closeDialog, dialogStore, openDialog, type DialogName } from '../../view/dialogs';
import { DialogBoundary } from '../kit/dialog-boundary';
import { lazyPart } from '../kit/lazy-part';
import { useSession, useStoreOf } from '../kit/session-context';
import { rest, type Rest } from './parts';

const later = <P extends object>(choose: (parts: Rest) => ComponentType<P>) =>
  lazyPart(async () => choose(await rest()));

const DIALOGS: Record<DialogName, { what: string; Dialog: ComponentType }> = {
  network: { what: 'The network dialog', Dialog: later((parts) => parts.NetworkDialog) },
  help: { what: 'The help', Dialog: later((parts) => parts.HelpDialog) },
  glossary: { what: 'The glossary', Dialog: later((parts) => parts.GlossaryDialog) },
  about: { what: 'The words about the page', Dialog: later((parts) => parts.AboutDialog) },
  models: { what: 'The list of models', Dialog: later((parts) => parts.ModelsDialog) },
  film: { what: 'The film', Dialog: later((parts) => parts.FilmDialog) },
  nir: { what: 'The dialog for NIR', Dialog: later((parts) => parts.NirDialog) },
  robustness: { what: 'The robustness dialog', Dialog: later((parts) => parts.RobustnessDialog) },
};

const DescribeDialog = later((parts) => parts.DescribeDialog);

export function Dialogs() {
  const { opening } = useSession();
  const open = useStoreOf(dialogStore, (s) => s.open);
  const question = useStoreOf(opening.store, (s) => s.question);
  const { what, Dialog } = DIALOGS[open ?? 'help'];
  return (
    <>
      {open && (
        <DialogBoundary
          key={open}
          what={what}
          onClose={closeDialog}
          onAgain={() => openDialog(open)}
        >
          <Dialog />
        </DialogBoundary>
      )}
      {question && (
        <DialogBoundary
          key={question.name}
          what="The question about the file"
          onClose={opening.dismiss}
          onAgain={() => opening.store.setState({ question })}
        >
          <DescribeDialog question={question} />
        </DialogBoundary>
      )}
    </>
  );
}
