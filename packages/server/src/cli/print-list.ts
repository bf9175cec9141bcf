/**
 * Prints a list for a person and for programs: its lines on standard output, or nothing there and
 * a sentence on standard error, so that an empty list is not taken for a failure.
 */
export function printList(lines: string, emptyNote: string): void {
  if (lines === '') console.error(emptyNote);
  else console.log(lines);
}
