import { afterAll, beforeAll } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { writeDataset } from '../../testing/differential/dataset.ts';
import { exportText } from '../../testing/exports.ts';
import { importText } from '../../testing/imports.ts';
import type { ImportOptions } from '../run.ts';
import { jsonl } from './jsonl.ts';

/** Imports a text as the file ledger.jsonl. */
export const importLines = (api: Api, content: string | Buffer, options: ImportOptions = {}) =>
  importText(api, jsonl, content, { ...options, file: 'ledger.jsonl' });

/** Ledgers for the tests of a file. They are stopped at its end. */
export function testLedgers() {
  const apis: Api[] = [];
  const start = async (template: 'sample' | 'ledger'): Promise<Api> => {
    const api = await startApi(template);
    apis.push(api);
    return api;
  };
  /** A ledger with every kind of record, and its export. Filled before the first test. */
  const full = {} as { api: Api; text: string };
  beforeAll(async () => {
    full.api = await start('sample');
    await writeDataset(full.api);
    full.text = await exportText(full.api, 'jsonl');
  }, 60_000);
  afterAll(async () => {
    for (const api of apis) await api.stop();
  });
  return { start, full };
}
