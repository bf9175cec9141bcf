/**
 * The SHA-256 of a text. Undefined on a page that was loaded over plain http from another machine:
 * there, browsers do not provide `crypto.subtle`.
 */
export async function sha256(text: string): Promise<string | undefined> {
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', new TextEncoder().encode(text));
  return (
    digest &&
    Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
  );
}
