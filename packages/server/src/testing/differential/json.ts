/** JSON text that PostgreSQL wrote: a number or a document. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** `JSON.stringify`, which inserts JSON text as it is. */
export function stringify(value: unknown): string {
  if (value instanceof JsonText) return value.text;
  if (Array.isArray(value)) return `[${value.map(stringify).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}:${stringify(each)}`)
    .join()}}`;
}
