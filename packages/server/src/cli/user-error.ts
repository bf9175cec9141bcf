/** A mistake that the person at the terminal can correct. Only its message is printed. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
