import { useEffect, useRef } from 'react';
import { sameSize } from '../../../data/image-set';
import { Button } from '../../kit/button';
import { useSession, useStoreOf } from '../../kit/session-context';
import { cameraOf, type Camera } from './camera';
import styles from './picture.module.css';

/** What is said of the picture on the pad, and the camera's own; nothing while a drawing or a sample is looked at. */
export function PictureBar() {
  const session = useSession();
  const camera = cameraOf(session);
  const { status, stream } = useStoreOf(camera.store);
  const { picture, width, height } = useStoreOf(session.stimulus.store);
  // Panels of a narrow page come and go: with this one the camera goes.
  useEffect(() => () => camera.stop(), [camera]);
  if (status !== 'off') return <Live camera={camera} stream={stream} />;
  if (!picture) return null;
  const fits = sameSize(picture.ink, { width, height });
  return (
    <div className={styles.bar} data-testid="picture-bar">
      <span className={styles.name} title={picture.name} translate="no">
        {picture.name}
      </span>
      {fits ? (
        <span>{`taken as it is: it has ${width} x ${height} pixels`}</span>
      ) : (
        <label className={styles.switch}>
          <input
            type="checkbox"
            checked={picture.normalised}
            onChange={({ target }) =>
              session.stimulus.showPicture({ ...picture, normalised: target.checked })
            }
          />
          <span>scaled and centred as drawings are</span>
        </label>
      )}
    </div>
  );
}

/** What the camera sees, with the square that is read. */
function Live({ camera, stream }: { camera: Camera; stream: MediaStream | null }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  return (
    <div className={styles.bar} data-testid="camera-bar">
      <video ref={video} className={styles.video} muted autoPlay playsInline aria-label="Camera" />
      <span className={styles.words}>
        {stream
          ? 'Hold a sheet with one symbol into the square. What is read of it is on the pad.'
          : 'Waiting for you to allow the camera.'}
      </span>
      <Button data-testid="camera-keep" onClick={() => camera.stop()}>
        {stream ? 'Keep this' : 'Cancel'}
      </Button>
    </div>
  );
}
