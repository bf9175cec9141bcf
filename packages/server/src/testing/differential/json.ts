/** JSON that is written already: a number or a document in PostgreSQL's own words. */
export class Written {
  constructor(readonly text: string) {}
}

/** `JSON.stringify`, but for what is written already. */
export function stringify(value: unknown): string {
  if (value instanceof Written) return value.text;
  if (Array.isArray(value)) return `[${value.map(stringify).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}:${stringify(each)}`)
    .join()}}`;
}
