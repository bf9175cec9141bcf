import { FileRefused } from '../problem.ts';

/** A small archive may unpack to more than the machine holds. */
const maxExpandedBytes = 2 * 1024 ** 3;
const maxExpansion = 200;

/** @throws FileRefused if a file unpacks to more than is allowed. */
export function assertExpansion(packed: number, expanded: number, name: string): void {
  if (expanded <= Math.min(maxExpandedBytes, packed * maxExpansion)) return;
  throw new FileRefused(
    `${name} unpacks to more than ${maxExpansion} times its size, or to more than 2 GB. ` +
      'If it is what it should be, unpack it and import its parts.',
    'TOO_LARGE',
  );
}

/** Passes chunks on, as long as they are not more than `packed` bytes may unpack to. */
export async function* limitExpansion(
  chunks: AsyncIterable<Buffer>,
  packed: number,
  name: string,
): AsyncGenerator<Buffer> {
  let expanded = 0;
  for await (const chunk of chunks) {
    expanded += chunk.length;
    assertExpansion(packed, expanded, name);
    yield chunk;
  }
}
