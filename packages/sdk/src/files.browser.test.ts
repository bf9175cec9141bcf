import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect } from '@jest/globals';
import { startApi } from '../../server/src/testing/api.ts';
import { openChromium, testInChromium } from '../../server/src/testing/chromium.ts';

/** A script for a page. In a page, neither Node nor streamed requests are there. */
const script = (url: string) => {
  const program = `
    import { createClient } from '@claimgraph/sdk';
    import { exportClaims, importFile } from '@claimgraph/sdk/files';
    const client = createClient({ url: '${url}' });
    const seen = [];
    const onProgress = ({ sentBytes, totalBytes, rows, totalRows }) =>
      seen.push([sentBytes === totalBytes, rows, totalRows ?? null]);
    const run = async () => {
      let features = 0;
      for await (const feature of (await exportClaims(client, 'geojson')).rows()) features += 1;
      const text = await new Response(await exportClaims(client, 'jsonl')).text();
      const file = new File([text], 'ledger.jsonl');
      const { rowsRead, rowsRefused } =
        await importFile(client, 'jsonl', file, { dryRun: true, onProgress });
      const stream = await exportClaims(client, 'jsonl');
      const again = await importFile(client, 'jsonl', stream, { dryRun: true });
      const code = await exportClaims(client, 'pdf').catch((error) => error.code);
      return [features, rowsRead === again.rowsRead, rowsRefused, seen.length > 1, seen[0], code];
    };
    run().then((result) => (document.title = JSON.stringify(result)),
      (error) => (document.title = String(error)));`;
  const build = `
    import { buildSync } from 'esbuild';
    import { readFileSync } from 'node:fs';
    const stdin = { contents: readFileSync(0, 'utf8'), resolveDir: process.cwd() };
    const { outputFiles } = buildSync({ stdin, bundle: true, format: 'iife', write: false });
    process.stdout.write(outputFiles[0].text);`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', build], {
    cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    input: program,
    encoding: 'utf8',
  });
};

testInChromium(
  'a page of another origin reads exports and sends files',
  async () => {
    let body = '';
    const site = createServer((_, response) =>
      response.setHeader('content-type', 'text/html; charset=utf-8').end(body),
    );
    await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
    const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
    const api = await startApi('sample', { origins: [origin] });
    const page = await openChromium();
    try {
      body =
        '<!doctype html><title></title><link rel="icon" href="data:,">' +
        `<script>${script(api.url).replaceAll('</', '<\\/')}</script>`;
      await page.open(`${origin}/`);
      await page.until("document.title !== ''");
      expect(JSON.parse(await page.value('document.title'))).toEqual([
        26,
        true,
        0,
        true,
        [true, 0, null],
        'NOT_FOUND',
      ]);
    } finally {
      await page.close();
      await api.stop();
      site.close().closeAllConnections();
    }
  },
  60_000,
);
