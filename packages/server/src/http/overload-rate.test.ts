import { afterAll, expect, test } from '@jest/globals';
import { percentile, readMetric, reportFigures, timeRequest } from '../testing/load.ts';
import { type OpenLoopOutcome, sendAtRate } from '../testing/open-loop.ts';
import { asAdmin, endPrograms, keyedOnly, launch, newKeyedFolder } from '../testing/program.ts';
import { scratchDatabase } from '../testing/scratch.ts';

afterAll(endPrograms);

const isSoak = process.env.CLAIMGRAPH_OVERLOAD_SECONDS !== undefined;
/** `npm run soak -- overload` does it for longer, three times. */
const seconds = Number(process.env.CLAIMGRAPH_OVERLOAD_SECONDS ?? 2);
const runs = isSoak ? 3 : 1;
const overload = 4;
const megabyte = 1024 ** 2;

const chain = 'attributions { chain { source { name names { text } } } }';
const read = `{ claims(first: 26) { nodes {
  statement places { location { name names { text } } } report { title } ${chain}
  related: report { claims(first: 26) { nodes { statement ${chain} } } }
} } }`;
let titles = 0;
const write = () => {
  titles += 1;
  const input = `{ kind: ARTICLE, title: "R${titles}" }`;
  return `mutation { createReport(input: ${input}) { report { id } } }`;
};

/** How many requests a second are answered when clients wait for their answers. */
async function capacityOf(url: string, query: () => string, clients: number): Promise<number> {
  const forMs = isSoak ? 5_000 : 1_000;
  const end = Date.now() + forMs;
  let answers = 0;
  const ask = async () => {
    for (; Date.now() < end; answers += 1) await timeRequest(url, query(), {}, asAdmin);
  };
  await Promise.all(Array.from({ length: clients }, ask));
  return (answers * 1_000) / forMs;
}

/** Sends so many times what the server can do. */
const overloadWith = (url: string, query: () => string, capacity: number) =>
  sendAtRate({ url, query, headers: asAdmin, perSecond: capacity * overload, seconds });

/** The figures of some requests: accepted ones at the 99th percentile, refused ones at most. */
function figuresOf({ timings, peakOpen, behindMs }: OpenLoopOutcome) {
  const times = (isRefused: boolean) =>
    timings.filter(({ status }) => (status === 503) === isRefused).map(({ ms }) => ms);
  return {
    accepted: times(false).length,
    refused: times(true).length,
    acceptedP99: percentile(times(false), 0.99),
    slowestRefusal: percentile(times(true), 1),
    peakOpen,
    behindMs,
  };
}

test('too many requests are answered in time or refused in time, and then it is over', async () => {
  const server = launch(newKeyedFolder(), {
    ...keyedOnly,
    DATABASE_URL: await scratchDatabase('sample'),
  });
  const url = await server.ready;
  const warmUp = await timeRequest(url, read, {}, asAdmin);
  expect(warmUp).toMatchObject({ status: 200, codes: [] });
  const rates = {
    reads: await capacityOf(url, () => read, 16),
    writes: await capacityOf(url, write, 4),
  };
  if (isSoak) reportFigures({ 'reads a second': rates.reads, 'writes a second': rates.writes });
  const all: { reads: ReturnType<typeof figuresOf>; writes: ReturnType<typeof figuresOf> }[] = [];
  for (let run = 0; run < runs; run += 1) {
    const [reads, writes] = await Promise.all([
      overloadWith(url, () => read, rates.reads),
      overloadWith(url, write, rates.writes),
    ]);
    const overAt = Date.now();
    for (const query of [read, write()])
      expect((await timeRequest(url, query, {}, asAdmin)).status).toBe(200);
    // Before the outcomes are looked at, which takes seconds for many requests.
    const recoveredMs = Date.now() - overAt;
    for (const { status, retryAfter, codes } of [...reads.timings, ...writes.timings])
      expect({ status, retryAfter, codes }).toEqual(
        status === 200
          ? { status, retryAfter: null, codes: [] }
          : { status: 503, retryAfter: expect.stringMatching(/^\d+$/), codes: ['UNAVAILABLE'] },
      );
    const figures = { reads: figuresOf(reads), writes: figuresOf(writes) };
    all.push(figures);
    if (!isSoak) continue;
    reportFigures({ reads: '', ...figures.reads });
    reportFigures({ writes: '', ...figures.writes });
    const rss = (await readMetric(url, 'process_resident_memory_bytes', asAdmin)) / megabyte;
    reportFigures({ 'recovered ms': recoveredMs, 'RSS MB': rss });
    expect(recoveredMs).toBeLessThan(5_000);
    expect(rss).toBeLessThan(300);
  }
  if (isSoak) {
    const median = (kind: 'reads' | 'writes', name: 'acceptedP99' | 'slowestRefusal') =>
      percentile(
        all.map((figures) => figures[kind][name]),
        0.5,
      );
    expect(median('reads', 'acceptedP99')).toBeLessThan(2_500);
    expect(median('reads', 'slowestRefusal')).toBeLessThan(2_000);
    expect(median('writes', 'acceptedP99')).toBeLessThan(6_000);
    expect(median('writes', 'slowestRefusal')).toBeLessThan(4_500);
  }
  expect(await server.end('SIGTERM')).toMatchObject({ code: 0, err: '' });
}, 600_000);
