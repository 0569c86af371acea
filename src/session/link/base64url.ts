/** Bytes as text that is safe in an address (RFC 4648, without padding). */

export function toBase64url(bytes: readonly number[]): string {
  const binary = bytes.map((b) => String.fromCharCode(b)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** A character a byte, as `atob` gives them; undefined: the text is none of this kind. */
export function fromBase64url(text: string): string | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}
