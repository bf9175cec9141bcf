import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { scratchLedger } from './ledger.testing.ts';

let ledger: Awaited<ReturnType<typeof scratchLedger>>;
let source: string;
let claim: string;

beforeAll(async () => {
  ledger = await scratchLedger();
});
afterAll(() => ledger?.db.end());

const query = (sql: string, values: unknown[] = []) => ledger.db.query(sql, values);

/** Two versions of a source with a name, and a claim of that source, each in a write of its own. */
beforeEach(async () => {
  await ledger.write(async () => {
    source = await ledger.make('source', { name: 'Nura Halabi' });
    await ledger.make('name', { position: 0, text: 'Nura Halabi', source_id: source });
  });
  await ledger.write(() => query(`update source set name = 'N. Halabi' where id = $1`, [source]));
  await ledger.write(async () => {
    claim = await ledger.make('claim', { statement: 'A bridge was closed.' });
    const speaker = { claim_id: claim, attribution: 0, position: 0, source_id: source };
    await ledger.insert('speaker', speaker);
  });
});

/** The versions whose contents are not those that the log committed to, and the broken writes. */
const faults = async () => [
  ...(await ledger.rows(
    `select c.record_id, c.version
     from unnest('{SOURCE,FACTION,LOCATION,CLAIM}'::text[]) of_type, committed_versions(of_type) c
     where c.digest is distinct from c.present_digest order by c.seq`,
  )),
  ...(await ledger.rows('select * from broken_writes()')),
];

const eraseNames = async () => {
  await query(`select begin_scrub('SOURCE', array[$1::uuid])`, [source]);
  for (const table of ['source', 'source_history'])
    await query(`update ${table} set name = 'Source 1' where id = $1`, [source]);
  await query(`update name set text = 'Source 1' where source_id = $1`, [source]);
};

describe('scrubbing', () => {
  test('changes what was written, and the proof still holds', async () => {
    const times = await ledger.rows('select valid_from from source where id = $1', [source]);
    await ledger.write(eraseNames);
    expect(await faults()).toEqual([]);
    expect(await ledger.rows('select name from source_history where id = $1', [source])).toEqual([
      { name: 'Source 1' },
    ]);
    // The record gets neither a new version nor a new time.
    expect(await ledger.rows('select valid_from from source where id = $1', [source])).toEqual(
      times,
    );
    expect(await ledger.one('select version from source where id = $1', [source])).toBe(2);
  });

  test('destroys the salts of the former commitments, also when it is done again', async () => {
    await ledger.write(eraseNames);
    await ledger.write(async () => {
      await query(`select begin_scrub('SOURCE', array[$1::uuid])`, [source]);
      await query(`update source_history set name = 'Source 2' where id = $1`, [source]);
    });
    const salts = await ledger.rows(
      `select version, salt is null and row_tags is null as is_destroyed from revision
       where record_id = $1 order by version`,
      [source],
    );
    expect(salts).toEqual([1, 2].map((version) => ({ version, is_destroyed: true })));
    // The first version was scrubbed twice.
    expect(
      await ledger.rows(
        `select count(*)::int as all, count(salt)::int as live from recommitment
         where record_id = $1`,
        [source],
      ),
    ).toEqual([{ all: 3, live: 2 }]);
    expect(await faults()).toEqual([]);
  });

  test('leaves the commitments of versions that it does not change', async () => {
    await ledger.write(async () => {
      await query(`select begin_scrub('SOURCE', array[$1::uuid])`, [source]);
      await query(`update source_history set name = 'Source 1' where id = $1`, [source]);
    });
    expect(
      await ledger.rows('select version from revision where salt is null and record_id = $1', [
        source,
      ]),
    ).toEqual([{ version: 1 }]);
    expect(await faults()).toEqual([]);
  });

  test('goes with a change of the same records, in one write', async () => {
    await ledger.write(async () => {
      await query('update source set withdrawn_at = write_time() where id = $1', [source]);
      await eraseNames();
    });
    expect(await ledger.one('select version from source where id = $1', [source])).toBe(3);
    expect(
      await ledger.one(
        `select count(*)::int from source_history where name <> 'Source 1'
        and id = $1`,
        [source],
      ),
    ).toBe(0);
    expect(await faults()).toEqual([]);
  });

  test('gives a record a new id, also in the past and where it is referred to', async () => {
    const replacement = randomUUID();
    await ledger.write(() =>
      query(`select replace_record_id('SOURCE', $1, $2)`, [source, replacement]),
    );
    const tables = await ledger.rows<{ name: string }>(
      `select relname as name from pg_class
       where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    for (const { name } of tables)
      expect([
        name,
        await ledger.rows(`select * from ${name} t where t::text like $1`, [`%${source}%`]),
      ]).toEqual([name, []]);
    expect(await ledger.one('select source_id from speaker where claim_id = $1', [claim])).toBe(
      replacement,
    );
    expect(
      await ledger.one('select count(*)::int from revision where record_id = $1', [replacement]),
    ).toBe(2);
    expect(await ledger.one('select version from claim where id = $1', [claim])).toBe(1);
    expect(await faults()).toEqual([]);
  });

  test('replaces and removes the reason of a write', async () => {
    let seq = '';
    await ledger.write(async () => {
      seq = await ledger.one<string>('select write_seq()');
      await query(`select state_rationale('Nura Halabi asked for it.')`);
      await ledger.make('source', { name: 'A' });
    });
    for (const reason of ['A source asked for it.', null]) {
      await ledger.write(() => query('select scrub_rationale($1, $2)', [seq, reason]));
      expect(
        await ledger.rows('select rationale, rationale_salt from write_log where seq = $1', [seq]),
      ).toEqual([{ rationale: reason, rationale_salt: null }]);
      expect(await faults()).toEqual([]);
    }
    await expect(
      ledger.write(() => query('select scrub_rationale($1, null)', [Number(seq) - 1])),
    ).rejects.toThrow(/states no reason/);
  });

  test('is refused outside a write, and for a setting alone', async () => {
    await expect(query(`select begin_scrub('SOURCE', '{}')`)).rejects.toThrow(/No write is open/);
    await query(`set claimgraph.scrub = 'on'`);
    try {
      await expect(query(`update revision set change = 'CREATED'`)).rejects.toThrow(/No write/);
      await expect(
        ledger.write(() => query(`update source_history set name = 'x'`)),
      ).rejects.toThrow(/append-only/);
      await ledger.write(() => query(`update source set name = 'x' where id = $1`, [source]));
      expect(await ledger.one('select version from source where id = $1', [source])).toBe(3);
    } finally {
      await query('reset claimgraph.scrub');
    }
  });

  test.each([`update source_history set name = 'x'`, 'delete from source_history'])(
    'the past cannot be changed without it: %s',
    async (change) => {
      await expect(ledger.write(() => query(change))).rejects.toMatchObject({ code: '55000' });
      await expect(query(change)).rejects.toMatchObject({ code: '55000' });
    },
  );

  test('is refused for rows of records that were not passed to it', async () => {
    const other = (await ledger.record('source', { name: 'B' })).id;
    for (const change of [
      `update source set name = 'C' where id = '${other}'`,
      `update source_history set name = 'C' where id <> '${other}'`,
      `update speaker set position = 1 where claim_id = '${claim}'`,
      `insert into source (id, name) values (gen_random_uuid(), 'C')`,
    ])
      await expect(
        ledger.write(async () => {
          await query(`select begin_scrub('SOURCE', array[gen_random_uuid()])`);
          await query(change);
        }),
      ).rejects.toThrow(/is not scrubbed by this write/);
  });

  test.each([
    `update write_log set by = 'somebody'`,
    `update revision set change = 'UPDATED' where record_id = $1`,
    `update revision set digest = '' where record_id = $1`,
    `update recommitment set digest = ''`,
    'delete from write_log where seq = write_seq()',
  ])('changes neither commitments nor who wrote: %s', async (change) => {
    await ledger.write(eraseNames);
    await expect(
      ledger.write(async () => {
        await query(`select begin_scrub('SOURCE', array[$1::uuid])`, [source]);
        await query(change.replaceAll('$1', `'${source}'`));
      }),
    ).rejects.toThrow(/The log is append-only/);
  });

  test('is refused for contents that somebody changed before', async () => {
    await query('begin; set local session_replication_role = replica');
    await query(`update source_history set name = 'Forged' where id = $1`, [source]);
    await query('set local session_replication_role = origin');
    await query(`select open_write('me', 'test')`);
    await expect(eraseNames()).rejects.toThrow(/Version 1 of .* has other contents/);
    await query('rollback');
  });

  test('cannot be pretended: by a salt that is missing, or another commitment', async () => {
    for (const change of [
      'update revision set salt = null where record_id = $1 and version = 1',
      `with salt as (select '\\x01'::bytea as salt)
       update revision r set salt = s.salt,
         digest = version_digest(s.salt, 'SOURCE', record_id, version, change, seq, '')
       from salt s where record_id = $1 and version = 1`,
      `insert into recommitment (seq, digest, target_seq, record_id, salt)
       select seq + 1, '\\x01', seq, record_id, '\\x01' from revision
       where record_id = $1 and version = 1`,
    ]) {
      await query('begin; set local session_replication_role = replica');
      await query(change, [source]);
      expect(await faults()).not.toEqual([]);
      await query('rollback');
    }
  });
});
