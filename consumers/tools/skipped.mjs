/** Thrown by a check that cannot run on this machine. The message says why. */
export class Skipped extends Error {}
