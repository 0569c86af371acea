/**
 * The hand that holds a pen rests on the screen: while the pen is near, no touch is a gesture, and what touched before the pen came
 * down is cancelled, as systems do that tell a palm by themselves. Clicks of a finger on buttons stay.
 */

/** Milliseconds after the last event of a pen in which it is near. Some pens report nothing while they hover. */
const NEAR = 1000;

const KINDS = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const;

export function watchPalm(): () => void {
  let penAt = -Infinity;
  /** Touches that the page follows. */
  const fingers = new Map<number, PointerEvent>();
  const palms = new Set<number>();

  function takeOver(): void {
    for (const [id, down] of fingers) {
      const target = down.target instanceof Element && down.target.isConnected ? down.target : null;
      target?.dispatchEvent(new PointerEvent('pointercancel', down));
      palms.add(id);
    }
    fingers.clear();
  }

  const onPointer = (event: PointerEvent) => {
    const { type, pointerType, pointerId: id, timeStamp } = event;
    if (pointerType === 'pen') {
      penAt = timeStamp;
      if (type === 'pointerdown') takeOver();
    }
    if (pointerType !== 'touch') return;
    if (type === 'pointerdown') {
      if (timeStamp - penAt < NEAR) palms.add(id);
      else fingers.set(id, event);
    }
    if (palms.has(id)) event.stopPropagation();
    if (type === 'pointerup' || type === 'pointercancel') {
      palms.delete(id);
      fingers.delete(id);
    }
  };
  for (const kind of KINDS) window.addEventListener(kind, onPointer, true);
  return () => {
    for (const kind of KINDS) window.removeEventListener(kind, onPointer, true);
  };
}
