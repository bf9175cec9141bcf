/** The embedded PostgreSQL cannot start; the message tells the person at the terminal what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
