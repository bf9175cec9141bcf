/**
 * Turns a key into a session: the server answers with a cookie that scripts cannot read, so the
 * page never stores the key. Undefined: it worked; else the server's reason.
 */
export async function startSession(key: string): Promise<string | undefined> {
  // A header takes no other characters, and no key has any.
  if (!/^[\x21-\x7e]+$/.test(key)) return 'This is not a key.';
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch('session', { method: 'POST', headers });
  if (answer.ok) return undefined;
  const body = (await answer.json().catch(() => ({}))) as { errors?: { message: string }[] };
  return body.errors?.[0]?.message ?? `${answer.status} ${answer.statusText}`;
}

/** Ends the session of this browser. Undefined: it worked; else the reason. */
export async function endSession(): Promise<string | undefined> {
  const answer = await fetch('session', { method: 'DELETE' });
  return answer.ok ? undefined : `${answer.status} ${answer.statusText}`;
}
