import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { percentile, readMetric, reportFigures, timeRequest } from '../testing/load.ts';
import { asAdmin, endPrograms, keyedOnly, launch, newKeyedFolder } from '../testing/program.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { ucdpFile } from './ingest.testing.ts';

afterAll(endPrograms);

const isSoak = process.env.CLAIMGRAPH_IMPORT_ROWS !== undefined;
/** `npm run soak -- import-writes` imports more of them, or a file of UCDP. */
const rows = Number(process.env.CLAIMGRAPH_IMPORT_ROWS ?? 600);
const path = process.env.CLAIMGRAPH_IMPORT_FILE;
const writesPerSecond = 5;

const made = () =>
  ucdpFile(
    ...Array.from({ length: rows }, (_, i) => ({
      id: String(i + 1),
      side_b: `Band ${i % 40}`,
      side_b_new_id: String(5_000 + (i % 40)),
      where_coordinates: `Hamlet ${i % 900} town`,
      latitude: String(12 + (i % 900) / 1_000),
      adm_2: `Weir ${i % 30} district`,
      source_article: `"Daily Bell,2021-03-02,Shots ${i}"`,
      best: String(i % 9),
      low: '0',
      high: '9',
    })),
  );

test('writes go on while a file is imported, and none is refused', async () => {
  const server = launch(newKeyedFolder(), {
    ...keyedOnly,
    DATABASE_URL: await scratchDatabase('ledger'),
  });
  const url = await server.ready;
  const body = path ? readFileSync(path) : made();
  let isOver = false;
  const started = Date.now();
  const address = new URL('/import/ucdp?release=19.1', url);
  const importing = fetch(address, { method: 'POST', headers: asAdmin, body }).then(
    async (response) => {
      isOver = true;
      return { status: response.status, ...((await response.json()) as any) };
    },
  );
  const writes: ReturnType<typeof timeRequest>[] = [];
  for (; !isOver; await sleep(1_000 / writesPerSecond)) {
    const title = `Written meanwhile ${writes.length}`;
    writes.push(
      timeRequest(
        url,
        `mutation { createReport(input: { kind: ARTICLE, title: "${title}" }) { report { id } } }`,
        {},
        asAdmin,
      ),
    );
  }
  const answers = await Promise.all(writes);
  const { status, rowsRead, rowsImported } = await importing;
  expect(status).toBe(200);
  expect(rowsImported).toBeGreaterThan(rowsRead * 0.9);
  for (const { status: ofWrite, message } of answers)
    expect([ofWrite, message]).toEqual([200, undefined]);
  expect(
    await readMetric(url, 'claimgraph_import_batch_lock_seconds_count', asAdmin),
  ).toBeGreaterThan(1);
  if (isSoak) {
    const p99 = percentile(
      answers.map(({ ms }) => ms),
      0.99,
    );
    const held = await readMetric(url, 'claimgraph_import_batch_lock_seconds_sum', asAdmin);
    const batches = await readMetric(url, 'claimgraph_import_batch_lock_seconds_count', asAdmin);
    reportFigures({
      rows: rowsRead,
      seconds: (Date.now() - started) / 1_000,
      writes: answers.length,
      'p99 ms': p99,
      'mean ms of a batch': (held / batches) * 1_000,
    });
    expect(p99).toBeLessThan(1_500);
  }
  expect(await server.end('SIGTERM')).toMatchObject({ code: 0, err: '' });
}, 600_000);
