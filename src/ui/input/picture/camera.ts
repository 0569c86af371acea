/** The camera as what the network looks at: the square in the middle, some five times a second, read as a photograph is. */
import { createStore } from 'zustand/vanilla';
import { inkOf } from '../../../data/pictures/ink';
import type { Session } from '../../../session/session';

/** What the picture is called on the page. */
export const CAMERA = 'camera';

/** Pixels a side that are looked at: seven for each of a network of 28 x 28. */
const SIDE = 196;
/** Milliseconds from one look to the next. */
const EACH = 200;
const TOPIC = 'camera';

export interface CameraState {
  status: 'off' | 'asking' | 'on';
  /** What the camera sees, to be shown. */
  stream: MediaStream | null;
}

type Shared = Pick<Session, 'messages' | 'stimulus'>;

export function createCamera({ messages, stimulus }: Shared) {
  const store = createStore<CameraState>(() => ({ status: 'off', stream: null }));
  let end: () => void = () => undefined;

  function stop(): void {
    end();
    end = () => undefined;
    store.setState({ status: 'off', stream: null });
  }

  async function start(): Promise<void> {
    if (store.getState().status !== 'off') return;
    messages.settle(TOPIC);
    store.setState({ status: 'asking' });
    try {
      const stream = await ask();
      // Stopped while the person was asked.
      if (store.getState().status !== 'asking') return stream.getTracks().forEach((t) => t.stop());
      look(stream);
    } catch (error) {
      stop();
      messages.error(refusal(error), { topic: TOPIC });
    }
  }

  function look(stream: MediaStream): void {
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    void video.play().catch(() => undefined);
    const context = new OffscreenCanvas(SIDE, SIDE).getContext('2d', { willReadFrequently: true })!;
    const timer = setInterval(() => {
      const side = Math.min(video.videoWidth, video.videoHeight);
      if (side === 0 || document.hidden) return;
      const [left, top] = [(video.videoWidth - side) / 2, (video.videoHeight - side) / 2];
      context.drawImage(video, left, top, side, side, 0, 0, SIDE, SIDE);
      const ink = inkOf(context.getImageData(0, 0, SIDE, SIDE));
      stimulus.showPicture({ name: CAMERA, ink, normalised: true });
    }, EACH);
    // Whoever draws, or looks at a sample, looks at the camera no more.
    const leave = stimulus.store.subscribe(({ picture }, before) => {
      if (before.picture?.name === CAMERA && picture?.name !== CAMERA) stop();
    });
    const gone = () => {
      stop();
      messages.error('The camera is gone; what it saw last stays on the pad.', { topic: TOPIC });
    };
    const tracks = stream.getTracks();
    for (const track of tracks) track.addEventListener('ended', gone);
    end = () => {
      clearInterval(timer);
      leave();
      for (const track of tracks) {
        track.removeEventListener('ended', gone);
        track.stop();
      }
      video.srcObject = null;
    };
    store.setState({ status: 'on', stream });
  }

  return { store, start, stop };
}

export type Camera = ReturnType<typeof createCamera>;

let made: { session: Session; camera: Camera } | null = null;

/** The one camera of a page: its button and its picture stand in different places. */
export function cameraOf(session: Session): Camera {
  if (made?.session !== session) made = { session, camera: createCamera(session) };
  return made.camera;
}

/** Of a phone the camera on its back. */
async function ask(): Promise<MediaStream> {
  // Missing where the page came over http from another machine.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices) throw new DOMException('', 'SecurityError');
  return devices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 640 }, height: { ideal: 480 } },
  });
}

const REFUSALS: Record<string, string> = {
  NotAllowedError:
    'The camera was not allowed: allow it for this page in the browser, then press Camera again.',
  NotFoundError: 'No camera was found: connect one, then press Camera again.',
  NotReadableError: 'The camera is in use by another program: close that, then press Camera again.',
  SecurityError:
    'Browsers give the camera to pages over https alone: open this page so, or choose a picture instead.',
};

function refusal(error: unknown): string {
  const { name } = error as Partial<Error>;
  return (
    REFUSALS[name ?? ''] ??
    'The camera could not be started: choose a picture instead, or try again.'
  );
}
