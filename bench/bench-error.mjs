/** A problem that the person at the terminal can fix. Its message is printed without a stack. */
export class BenchError extends Error {}
