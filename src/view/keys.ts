/** Keys as shortcuts mean them: the same on every keyboard, once for a key that is held, never out of an input method. */

export interface KeyCommand {
  /** As `keyOf` gives them. */
  keys: string[];
  /** Needs shift; keys that shift itself makes, such as `?`, do not say so. */
  shift?: boolean;
  /** Works with Ctrl or Cmd as well, or with them only. */
  ctrl?: boolean | 'needed';
  /** Runs again and again while the key is held; otherwise once a press. */
  repeats?: boolean;
  run: () => void;
}

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'
> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>;

/** Whether the key belongs to an input method, which is putting a character together: its Enter chooses one and ends nothing. */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  // Safari ends the composition before it sends the last key, which then shows only in the deprecated `keyCode`.
  return event.isComposing || event.keyCode === 229;
}

/** Whether Ctrl, Cmd or Alt is held: the key then is the browser's or the system's, and no arrow of ours. */
export function hasModifier({
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return ctrlKey || metaKey || altKey;
}

/** Keys that are no letters and have their place: without shift and with it. */
const PLACES: Record<string, string> = { Minus: '-_', Equal: '=+', Slash: '/?' };

/**
 * The key, letters in lower case. A letter of the Latin alphabet counts where its keyboard has it; one of another (Cyrillic,
 * Greek, Hebrew, Thai) by the place of the key, and so do digits where they need shift (French keyboards).
 */
export function keyOf({
  key: written,
  code,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'code'> & { shiftKey?: boolean }): string {
  // Full-width letters become plain ones. Arabic keyboards have a question mark of their own.
  const key = written.normalize('NFKC').replace('؟', '?');
  if (/^[\x20-\x7e]+$/.test(key)) return key.length === 1 ? key.toLowerCase() : key;
  const [, letter, digit] = /^(?:Key([A-Z])|Digit(\d))$/.exec(code) ?? [];
  if (digit && !shiftKey) return digit;
  if (/[\p{L}\p{M}]/u.test(key) && !/\p{Script=Latin}/u.test(key)) {
    const place = letter ?? PLACES[code]?.[shiftKey ? 1 : 0];
    if (place) return place.toLowerCase();
  }
  return key.toLowerCase();
}

/** Keys that mean something else with shift; on others it says nothing, or makes the very character. */
const SHIFTED = /^([a-z]|ArrowLeft|ArrowRight)$/;

/** The command of a key with its modifiers, or undefined. */
export function findCommand<T extends KeyCommand>(
  table: readonly T[],
  press: KeyPress,
): T | undefined {
  // With AltGr (on Windows Ctrl and Alt at once) a key makes another character: € on E.
  if (press.altKey || press.getModifierState?.('AltGraph')) return undefined;
  const control = press.ctrlKey || press.metaKey;
  const find = (wanted: string) => {
    const shifted = press.shiftKey && SHIFTED.test(wanted);
    return table.find(
      ({ keys, shift = false, ctrl = false }) =>
        keys.includes(wanted) &&
        shift === shifted &&
        (ctrl === 'needed' ? control : ctrl || !control),
    );
  };
  const [, digit] = (!press.shiftKey && /^Digit(\d)$/.exec(press.code)) || [];
  // French keyboards have & and " on the keys of 1 and 3: what no command has as a character counts as the digit.
  return find(keyOf(press)) ?? (digit === undefined ? undefined : find(digit));
}

/** Runs the command of a key; whether there is one, also where a held key does not run it again. */
export function runKey(table: readonly KeyCommand[], press: KeyPress): boolean {
  const command = findCommand(table, press);
  if (command && (command.repeats || !press.repeat)) command.run();
  return command !== undefined;
}
