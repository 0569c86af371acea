import { describe, expect, it, vi } from 'vitest';
import { findCommand, isComposing, keyOf, runKey, type KeyPress } from './keys';

const press = (key: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  ...rest,
});

describe('a key on any keyboard', () => {
  it.each([
    ['a capital, with caps lock', 'N', 'KeyN', 'n'],
    ['Russian, where N is', 'т', 'KeyN', 'n'],
    ['Greek, where Z is', 'ζ', 'KeyZ', 'z'],
    ['Arabic, two letters on one key', 'لا', 'KeyB', 'b'],
    ['French: the letter, not the place', 'z', 'KeyW', 'z'],
    ['French, the key of 0 without shift', 'à', 'Digit0', '0'],
    ['French, the comma where M is elsewhere', ',', 'KeyM', ','],
    ['Turkish F: a Latin letter stays what it is', 'ğ', 'KeyE', 'ğ'],
    ['Hebrew, where N is', 'מ', 'KeyN', 'n'],
    ['Thai, a vowel sign where N is', 'ื', 'KeyN', 'n'],
    ['Thai, where minus is', 'ข', 'Minus', '-'],
    ['an Arabic digit', '٠', 'Digit0', '0'],
    ['full width, of a Japanese input method', 'ｎ', 'KeyN', 'n'],
    ['Dvorak: the letter, not the place', 'z', 'Slash', 'z'],
    ['German: ß stays what it is', 'ß', 'Minus', 'ß'],
    ['a named key', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'],
  ])('%s', (_, key, code, means) => {
    expect(keyOf({ key, code })).toBe(means);
  });

  it.each([
    ['German, shift and ß', '?', 'Minus', '?'],
    ['French, shift and the comma', '?', 'KeyM', '?'],
    ['Arabic', '؟', 'Slash', '?'],
    ['Thai, by its place', 'ฦ', 'Slash', '?'],
    ['French: § is none', '§', 'Slash', '§'],
    ['German: § is no 3', '§', 'Digit3', '§'],
  ])('with shift: %s', (_, key, code, means) => {
    expect(keyOf({ key, code, shiftKey: true })).toBe(means);
  });
});

describe('the command of a key', () => {
  const once = { keys: ['z'], run: vi.fn<() => void>() };
  const again = { keys: ['ArrowLeft'], repeats: true, run: vi.fn<() => void>() };
  const undo = { keys: ['u'], ctrl: true, run: vi.fn<() => void>() };
  const redo = { keys: ['u'], ctrl: true, shift: true, run: vi.fn<() => void>() };
  const step = { keys: ['ArrowLeft'], shift: true, run: vi.fn<() => void>() };
  const leap = {
    keys: ['ArrowLeft'],
    shift: true,
    ctrl: 'needed' as const,
    run: vi.fn<() => void>(),
  };
  const table = [once, again, undo, redo, step, leap];

  it('runs once while a key is held, unless it may repeat', () => {
    for (const repeat of [false, true, true]) {
      expect(runKey(table, press('z', { repeat }))).toBe(true);
      expect(runKey(table, press('ArrowLeft', { repeat }))).toBe(true);
    }
    expect(once.run).toHaveBeenCalledTimes(1);
    expect(again.run).toHaveBeenCalledTimes(3);
  });

  it('takes Ctrl and Cmd where it says so, and never Alt', () => {
    expect(findCommand(table, press('u', { ctrlKey: true }))).toBe(undo);
    expect(findCommand(table, press('U', { metaKey: true, shiftKey: true }))).toBe(redo);
    expect(findCommand(table, press('г', { code: 'KeyU', ctrlKey: true }))).toBe(undo);
    expect(findCommand(table, press('z', { ctrlKey: true }))).toBeUndefined();
    expect(findCommand(table, press('z', { altKey: true }))).toBeUndefined();
  });

  it('leaves AltGr alone, which makes other characters', () => {
    const table = [{ keys: ['e'], ctrl: true, run: vi.fn<() => void>() }];
    const altGraph = (key: string) => key === 'AltGraph';
    const euro = press('€', { code: 'KeyE' });
    expect(findCommand(table, { ...euro, getModifierState: altGraph })).toBeUndefined();
    expect(findCommand(table, { ...euro, ctrlKey: true, altKey: true })).toBeUndefined();
    const cyrillic = press('ε', { code: 'KeyE', getModifierState: altGraph });
    expect(findCommand(table, cyrillic)).toBeUndefined();
  });

  it('takes the digits of a French keyboard without shift, but first what the keys say', () => {
    const [one, three, six, minus] = ['1', '3', '6', '-'].map((key) => ({
      keys: [key],
      run: vi.fn<() => void>(),
    }));
    const digits = [one!, three!, six!, minus!];
    expect(findCommand(digits, press('&', { code: 'Digit1' }))).toBe(one);
    expect(findCommand(digits, press('"', { code: 'Digit3' }))).toBe(three);
    expect(findCommand(digits, press('-', { code: 'Digit6' }))).toBe(minus);
    // On an English keyboard & is shift and 7.
    expect(findCommand(digits, press('#', { code: 'Digit3', shiftKey: true }))).toBeUndefined();
  });

  it('tells an arrow with shift from one without, and with Ctrl as well where that is needed', () => {
    expect(findCommand(table, press('ArrowLeft'))).toBe(again);
    expect(findCommand(table, press('ArrowLeft', { shiftKey: true }))).toBe(step);
    expect(findCommand(table, press('ArrowLeft', { shiftKey: true, metaKey: true }))).toBe(leap);
    expect(findCommand(table, press('ArrowLeft', { ctrlKey: true }))).toBeUndefined();
  });

  it('knows the keys of an input method, in Safari by their old code', () => {
    expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true);
    expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
    expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
  });
});
