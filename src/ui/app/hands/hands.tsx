import { useEffect } from 'react';
import { watchFullScreen } from '../../kit/full-screen';
import { useView } from '../../kit/session-context';
import { keepFocus } from './keep-focus';
import { watchHeldEnter } from './held-enter';
import { watchButtons } from './mouse-buttons';
import { watchPalm } from './palm';

/** Follows what hands do on every panel alike, before the panels hear of it. */
export function Hands() {
  const { session } = useView();
  useEffect(() => watchFullScreen(session), [session]);
  useEffect(keepFocus, []);
  useEffect(watchHeldEnter, []);
  useEffect(watchButtons, []);
  useEffect(watchPalm, []);
  return null;
}
