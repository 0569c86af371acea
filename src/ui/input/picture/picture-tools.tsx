import { Camera, Image, PenLine } from 'lucide-react';
import { useId, useRef } from 'react';
import { isTeaching } from '../../../view/learning';
import { takePictures } from '../../../view/take-pictures';
import { openTeaching } from '../../../view/teach/teaching';
import { Button, IconButton } from '../../kit/button';
import { useStoreOf, useView } from '../../kit/session-context';
import { useTabbed } from '../../kit/use-tabbed';
import hidden from '../../kit/visually-hidden.module.css';
import { cameraOf } from './camera';

/** A picture, or the camera, in place of a drawing; and the way to own classes, where there is room for a word. */
export function PictureTools() {
  const view = useView();
  const { session } = view;
  const teaching = useStoreOf(view.store, isTeaching);
  const embedded = useStoreOf(view.store, (s) => s.embed !== null);
  const tabbed = useTabbed();
  const camera = cameraOf(session);
  const { status } = useStoreOf(camera.store);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <>
      <IconButton
        label="Open a picture (several are a data set)"
        data-testid="open-picture"
        aria-controls={id}
        onClick={() => input.current?.click()}
      >
        <Image size={15} aria-hidden />
      </IconButton>
      <input
        ref={input}
        id={id}
        type="file"
        accept="image/*"
        multiple
        tabIndex={-1}
        aria-label="Open a picture"
        data-testid="picture-file"
        className={hidden.hidden}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          session.messages.settleFiles();
          void takePictures(
            session,
            files.map((file) => ({ path: file.name, file })),
          );
        }}
      />
      <IconButton
        label={status === 'off' ? 'Camera' : 'Stop the camera'}
        data-testid="camera"
        aria-pressed={status !== 'off'}
        onClick={() => (status === 'off' ? void camera.start() : camera.stop())}
      >
        <Camera size={15} aria-hidden />
      </IconButton>
      {!tabbed && !embedded && (
        <Button
          kind="quiet"
          data-testid="teach-tool"
          title="Teach it yours: draw symbols of your own, and a network learns them in seconds"
          aria-pressed={teaching}
          onClick={() => (teaching ? view.store.setState({ teaching: false }) : openTeaching(view))}
        >
          <PenLine size={14} aria-hidden />
          <span>Teach</span>
        </Button>
      )}
    </>
  );
}
