import { expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { startApi } from '../../testing/api.ts';
import { scratchDatabase } from '../../testing/scratch.ts';
import { dataSource } from '../data-source.ts';
import { isCurrent, migrate } from '../migrate.ts';

/** Undoes all migrations but the first. */
const undoToFoundation = async (database: DataSource) => {
  for (let i = database.migrations.length; i > 1; i -= 1) await database.undoLastMigration();
};

test('migrations need no function of the database but the one that they create', async () => {
  const database = await dataSource(await scratchDatabase()).initialize();
  try {
    await database.runMigrations({ transaction: 'all' });
    const functions = await database.query(
      `select proname from pg_proc where pronamespace = 'public'::regnamespace`,
    );
    expect(functions).toEqual([{ proname: 'write_time' }]);
    await undoToFoundation(database);
  } finally {
    await database.destroy();
  }
});

test('migrations fill the tables of an old database like the triggers of today', async () => {
  const api = await startApi('sample');
  const { database } = api;
  const derivedTables = [
    'claim_event',
    'claim_within',
    'claim_of_faction',
    'claim_of_source',
    'tally',
  ];
  const contents = async () => {
    const rows: Record<string, object[]> = {};
    for (const table of derivedTables)
      rows[table] = await database.query(
        `select to_jsonb(t) as row from ${table} t
        where coalesce((to_jsonb(t) ->> 'entries')::int, 1) <> 0 order by to_jsonb(t)`,
      );
    return rows;
  };
  try {
    const { claims } = await api.data('{ claims(first: 7) { nodes { id } } }');
    const [a, b, c, d, e, f, refuted] = claims.nodes.map(({ id }: { id: string }) => id);
    for (const [fromId, toId, kind] of [
      [a, b, 'SAME_EVENT'],
      [c, b, 'REPEATS'],
      [d, e, 'REPEATS'],
      [e, f, 'REFINES'],
    ])
      await api.data(
        'mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }',
        { input: { fromId, toId, kind, rationale: 'Test.' } },
      );
    await api.data(
      `mutation ($id: ID!, $input: AssessmentInput!) {
        assessClaim(claimId: $id, input: $input) { claim { status } } }`,
      { id: refuted, input: { status: 'REFUTED', credibility: 'FIVE', rationale: 'Test.' } },
    );
    const expected = await contents();
    for (const table of derivedTables) expect(expected[table]!.length).toBeGreaterThan(1);

    const wordCounts = () =>
      database.query('select id, word_count from report where word_count > 0 order by id');
    const counted = await wordCounts();
    expect(counted).toHaveLength(1);

    // The old database had other triggers, none of which wrote to these tables during migrations.
    const triggers: { name: string; table: string }[] = await database.query(
      `select tgname as name, tgrelid::regclass::text as table from pg_trigger
      where tgname like 'maintain\\_%'`,
    );
    for (const { name, table } of triggers)
      await database.query(`drop trigger ${name} on ${table}`);
    await undoToFoundation(database);
    expect(await database.query('select from claim_of_faction')).not.toEqual([]);

    await migrate(database);
    expect(await contents()).toEqual(expected);
    expect(await wordCounts()).toEqual(counted);
    const runner = database.createQueryRunner();
    expect(await isCurrent(runner)).toBe(true);
    await runner.release();
  } finally {
    await api.stop();
  }
});
