import type { ExportChunk } from './format.ts';

/** How many ids a warning names. */
const maxIds = 20;

/** Counts the records whose free text contains the name of a protected source. */
export class NamedTexts {
  count = 0;
  /** The first of them. */
  readonly ids: string[] = [];

  add({ named = [] }: ExportChunk): void {
    this.count += named.length;
    this.ids.push(...named.slice(0, maxIds - this.ids.length));
  }
}

/** Reads an export to its end, without storing it. */
export async function findNamedTexts(chunks: AsyncIterable<ExportChunk>): Promise<NamedTexts> {
  const found = new NamedTexts();
  for await (const chunk of chunks) found.add(chunk);
  return found;
}
