import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Api, startApi } from '../testing/api.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { shortAnswerBytes } from './commit.ts';

let api: Api;
let direct: pg.Client;
beforeAll(async () => {
  const databaseUrl = await scratchDatabase('ledger');
  api = await startApi('ledger', { databaseUrl });
  direct = new pg.Client(databaseUrl);
  await direct.connect();
});
afterAll(async () => {
  await direct?.end();
  await api.stop();
});

const write = (title: string, body: string, server = api) =>
  server.ask(
    `mutation ($title: String!, $body: String) {
      createReport(
        input: { kind: ARTICLE, title: $title, body: $body, bodyKind: VERBATIM }
      ) {
        report { title body createdAt }
      }
    }`,
    { title, body },
  );

const isStored = async (title: string): Promise<boolean> =>
  (await direct.query('select from report where title = $1', [title])).rowCount === 1;

/** Makes texts unreadable for as long as something runs. */
const withoutTexts = <T>(work: () => Promise<T>): Promise<T> =>
  withTextsBy(`raise exception 'Pens are broken.'`, work);

/** Runs a statement of PL/pgSQL before each text that is written as JSON, while `work` runs. */
async function withTextsBy<T>(statement: string, work: () => Promise<T>): Promise<T> {
  const { rows } = await direct.query(
    `select pg_get_functiondef('json_text'::regproc) as definition`,
  );
  await direct.query(rows[0].definition.replace('json_text', 'kept_json_text'));
  await direct.query(`
    create or replace function json_text(value text) returns text language plpgsql as $$
    begin ${statement}; return kept_json_text(value); end $$`);
  try {
    return await work();
  } finally {
    await direct.query(rows[0].definition);
  }
}

describe('the answer to a write', () => {
  test('has the same contents whether it is short or long, in any script', async () => {
    for (const body of ['تل شهاب', 'تل شهاب،'.repeat(shortAnswerBytes / 8)]) {
      const { data, errors } = await write('An answer', body);
      expect(errors).toBeUndefined();
      expect(data.createReport.report).toMatchObject({ title: 'An answer', body });
    }
  });

  test.each([
    ['short', 'Words.'],
    ['long', 'More words.'.repeat(shortAnswerBytes / 8)],
  ])('undoes the write if it cannot be read: a %s one', async (title, body) => {
    const { errors } = await withoutTexts(() => write(title, body));
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
    expect(await isStored(title)).toBe(false);
    expect((await write(title, body)).errors).toBeUndefined();
    expect(await isStored(title)).toBe(true);
  });
});

test.each([
  ['short', 'Words.'],
  ['long', 'More words.'.repeat(shortAnswerBytes / 8)],
])('a %s answer that takes longer than a read may ends the write', async (kind, body) => {
  const hasty = await startApi('ledger', { databaseUrl: api.databaseUrl, readTimeoutMs: 500 });
  const title = `A slow answer, ${kind}`;
  // The write itself may take longer.
  const isAnswer = `current_setting('statement_timeout') = '500ms'`;
  const slowly = `if ${isAnswer} then perform pg_sleep(10); end if`;
  try {
    const { errors } = await withTextsBy(slowly, () => write(title, body, hasty));
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
    expect(await isStored(title)).toBe(false);
  } finally {
    await hasty.stop();
  }
});

test('a write that has waited for another is written once the other ends', async () => {
  await direct.query(`begin; select open_write('somebody', 'by hand')`);
  const waiting = write('Patient', 'Words.');
  await sleep(300);
  expect(await isStored('Patient')).toBe(false);
  await direct.query('rollback');
  expect((await waiting).errors).toBeUndefined();
  expect(await isStored('Patient')).toBe(true);
  expect((await direct.query('select * from broken_writes()')).rows).toEqual([]);
});
