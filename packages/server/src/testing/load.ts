/** A GraphQL request over HTTP, and how long its answer took. */
export interface Timing {
  status: number;
  retryAfter: string | null;
  codes: string[];
  message: string | undefined;
  ms: number;
}

/** Sends an operation, and returns what came of it. */
export async function timeRequest(
  url: string,
  query: string,
  variables = {},
  headers: Record<string, string> = {},
): Promise<Timing> {
  const start = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { errors = [] } = (await response.json()) as any;
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    codes: errors.map((error: any) => error.extensions.code),
    message: errors[0]?.message,
    ms: performance.now() - start,
  };
}

/** The value below which this share of the values is; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** A value of /metrics; several labels of one name are added up. */
export async function readMetric(
  url: string,
  name: string,
  headers: Record<string, string> = {},
): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url), { headers })).text();
  const lines = [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))];
  return lines.reduce((sum, [, value]) => sum + Number(value), 0);
}

/** Prints the figures of a soak, which the suite does not measure. */
export function reportFigures(figures: Record<string, number | string>): void {
  const rounded = Object.entries(figures).map(
    ([name, value]) => `${name}: ${typeof value === 'number' ? Math.round(value) : value}`,
  );
  process.stderr.write(`${rounded.join(', ')}\n`);
}
