import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { startKeyedApi } from '../access/access.testing.ts';
import type { Api } from '../testing/api.ts';
import { type DatabaseProxy, startProxy } from '../testing/proxy.ts';
import { scratchDatabase } from '../testing/scratch.ts';

let proxy: DatabaseProxy;
let api: Api;
let direct: pg.Client;
beforeAll(async () => {
  const databaseUrl = await scratchDatabase('ledger');
  direct = new pg.Client(databaseUrl);
  await direct.connect();
  proxy = await startProxy(databaseUrl);
  api = await startKeyedApi('ledger', { databaseUrl: proxy.url });
});
afterEach(() => {
  proxy.thaw();
  proxy.cutAt(undefined);
});
afterAll(async () => {
  await api.stop();
  await direct.end();
  await proxy.stop();
});

const write = (title: string) =>
  api.ask(
    `mutation ($title: String!) {
      createReport(input: { kind: ARTICLE, title: $title }) { report { title } }
    }`,
    { title },
  );

const isStored = async (title: string): Promise<boolean> =>
  (await direct.query('select from report where title = $1', [title])).rowCount === 1;

const verifiedWrites = async () =>
  (await direct.query('select count(*)::int as broken from broken_writes()')).rows[0];

/** `npm run soak -- lost-connections` loses more of them. */
const lostCommits = Number(process.env.CLAIMGRAPH_LOST_COMMITS ?? 3);
const terminations = Number(process.env.CLAIMGRAPH_TERMINATIONS ?? 15);

describe('a write whose connection is lost', () => {
  test('while its commit is answered is reported as done, because it is', async () => {
    for (let i = 0; i < lostCommits; i += 1) {
      const title = `Committed ${i}`;
      const before = proxy.cuts();
      proxy.cutAt('COMMIT');
      const { data, errors } = await write(title);
      expect(proxy.cuts()).toBe(before + 1);
      expect({ data, errors }).toEqual({ data: { createReport: { report: { title } } } });
      expect(await isStored(title)).toBe(true);
    }
  }, 600_000);

  test('before its commit arrives is refused, and nothing was changed', async () => {
    proxy.cutAt('COMMIT', true);
    const { errors } = await write('Swallowed');
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
    expect(errors![0]!.message).toMatch(/Nothing was changed/);
    expect(errors![0]!.extensions).not.toHaveProperty('outcome');
    expect(await isStored('Swallowed')).toBe(false);
    proxy.cutAt(undefined);
    expect((await write('Afterwards')).errors).toBeUndefined();
  });

  test('and whose fate nobody can tell has an unknown outcome', async () => {
    // The commit arrives, and from then on no connection works.
    proxy.cutAt('COMMIT');
    const answer = write('Unknown');
    const before = proxy.cuts();
    while (proxy.cuts() === before) await new Promise(setImmediate);
    proxy.cutAll();
    const { errors } = await answer;
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE', outcome: 'UNKNOWN' } }]);
    expect(errors![0]!.message).toMatch(/not known whether it was carried out/);
    expect(errors![0]!.message).not.toMatch(/nothing was changed/i);
  });

  test('and whose answer cannot be read again is reported as done', async () => {
    const { rows } = await direct.query(
      `select pg_get_functiondef('json_text'::regproc) as definition`,
    );
    await direct.query(rows[0].definition.replace('json_text', 'kept_json_text'));
    // A write may read texts, and nobody else.
    await direct.query(`
      create or replace function json_text(value text) returns text language plpgsql as $$
      begin
        if pg_current_xact_id_if_assigned() is null then raise exception 'No pen.'; end if;
        return kept_json_text(value);
      end $$`);
    proxy.cutAt('COMMIT');
    const { errors } = await write('Unread');
    await direct.query(rows[0].definition);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE', outcome: 'COMMITTED' } }]);
    expect(errors![0]!.message).toMatch(/was carried out, but its answer could not be read/);
    expect(await isStored('Unread')).toBe(true);
  });

  // A connection sends the text of `open_write` once, and later its name.
  test.each([
    ['at its beginning', 'BEGIN', false],
    ['before its rows arrive', 'open_write', true],
  ])(
    '%s is unavailable, changes nothing, and is not logged as a fault',
    async (_, text, swallow) => {
      proxy.cutAt(text, swallow);
      const { errors } = await write('Cut');
      expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
      expect(errors![0]!.message).toMatch(/Nothing was changed/);
      expect(await isStored('Cut')).toBe(false);
      expect(api.faults).toEqual([]);
      expect(await verifiedWrites()).toEqual({ broken: 0 });
    },
  );

  test('by an administrator at any moment is unavailable or done', async () => {
    for (let i = 0; i < terminations; i += 1) {
      const title = `Terminated ${i}`;
      const answer = write(title);
      await new Promise((resolve) => setTimeout(resolve, (i % 30) * 2));
      await direct.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
      const { errors } = await answer;
      expect(errors?.map(({ extensions }) => extensions.code) ?? []).toEqual(
        errors ? ['UNAVAILABLE'] : [],
      );
      expect(await isStored(title)).toBe(!errors);
    }
    expect(api.faults).toEqual([]);
    expect(await verifiedWrites()).toEqual({ broken: 0 });
  }, 600_000);
});
