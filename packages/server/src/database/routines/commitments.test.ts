import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import { scratchLedger } from './ledger.testing.ts';

const ledger = await scratchLedger();
const { db, rows, one, write, make, insert } = ledger;
afterAll(() => db.end());

const sha256 = (...parts: (Buffer | string)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

/** The root of a Merkle tree as RFC 9162, section 2.1.1, defines it. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256('');
  const [first] = leaves;
  if (first && leaves.length === 1) return first;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  return sha256(nodePrefix, rootOf(leaves.slice(0, half)), rootOf(leaves.slice(half)));
}

const byBytes = (all: Buffer[]): Buffer[] => [...all].sort(Buffer.compare);

describe('commitments', () => {
  test('have the root that RFC 9162 defines, for any number of leaves', async () => {
    const leaves = Array.from({ length: 20 }, (_, i) => sha256(leafPrefix, `leaf ${i}`));
    for (let count = 0; count <= leaves.length; count++) {
      const some = leaves.slice(0, count);
      expect(await one('select merkle_root($1)', [some])).toEqual(rootOf(some));
    }
  });

  test('can be computed by the description alone', async () => {
    let source = '';
    const at = await write(async () => {
      await db.query(`select state_rationale('By phone.')`);
      source = await make('source', { name: 'Amal' });
      await make('name', { position: 0, text: 'Amal', kind: null, source_id: source });
    });
    const [log] = await rows<any>('select * from write_log where at = $1', [at]);
    const [version] = await rows<any>('select * from revision where record_id = $1', [source]);
    const time = await one<string>('select to_json($1::timestamptz)', [at]);
    const [own] = await rows<any>('select * from source where id = $1', [source]);
    const [name] = await rows<any>('select * from name where source_id = $1', [source]);
    const rowHashes = byBytes([
      sha256(
        version.salt,
        `name {"id":"${name.id}","position":0,"source_id":"${source}","text":"Amal",` +
          `"valid_from":"${time}"}`,
      ),
      sha256(
        version.salt,
        `source {"created_at":"${time}","id":"${own.id}","name":"Amal","updated_at":"${time}",` +
          `"valid_from":"${time}","version":1}`,
      ),
    ]);
    const header = `["SOURCE", "${source}", 1, "CREATED", ${log.seq}]`;
    const digest = sha256(leafPrefix, version.salt, header, ...rowHashes);
    expect(version.digest).toEqual(digest);
    expect(version.row_tags).toEqual(Buffer.concat(rowHashes.map((hash) => hash.subarray(0, 4))));
    const reason = sha256(leafPrefix, log.rationale_salt, `["RATIONALE", ${log.seq}, "By phone."]`);
    const root = rootOf(byBytes([digest, reason]));
    const [utc] = Object.values(
      (await rows<object>('select json_time($1) as time', [at]))[0] ?? {},
    );
    const previous = log.previous_hash ? `"${log.previous_hash.toString('hex')}"` : 'null';
    expect(log.hash).toEqual(
      sha256(
        leafPrefix,
        `["claimgraph write 2", ${log.seq}, ${utc}, "me", "test", ${previous}, 2, ` +
          `"${root.toString('hex')}"]`,
      ),
    );
  });

  test('write each row as PostgreSQL writes it as JSON, without nulls', async () => {
    await db.query(`
      create temp table written (
        id uuid, "a b" text, small int2, number int4, big int8, yes bool, day date, at timestamptz,
        float float8, exact numeric, tree jsonb, bytes bytea, list text[]);
      insert into written values (
        gen_random_uuid(), E'"quoted" \\\\ \\n\\t\\u0001 ü 😀 \\u2028', -1, 0, 9007199254740993,
        true, '2016-02-29', '2016-02-29 12:00:00.5+02', 0.1, 1.50,
        '{"a": null, "b": [null, {"c": null}]}', '\\x00ff', '{a,null,"b,c"}'
      ), (
        gen_random_uuid(), '', 1, -1, -1, false, '0044-03-15 BC', 'infinity', 'NaN', -0.0,
        'null', '', '{}'
      );
      insert into written (id) values (gen_random_uuid())`);
    const contents = await one<string>(`select contents_text('written')`);
    const expected = `
      select json_strip_nulls(row_to_json(r))::text from (
        select "a b", at, big, bytes, day, exact, float, id, list, number, small, tree, yes
        from written w where w.id = x.id) r`;
    const written = await rows<{ text: string; expected: string }>(
      `select ${contents} as text, (${expected}) as expected from written x`,
    );
    expect(written).toHaveLength(3);
    for (const row of written) expect(row.text).toBe(row.expected);
    await db.query('drop table written');
  });

  test('are the same in a session with other settings', async () => {
    await db.query(`
      set timezone = 'Asia/Damascus'; set datestyle = 'SQL, DMY'; set extra_float_digits = 0;
      set intervalstyle = 'iso_8601'; set bytea_output = 'escape'`);
    let claim = '';
    await write(async () => {
      claim = await make('claim', { statement: 'x', amount: 1.5, occurred_latest: '2018-07-05' });
    });
    await db.query(
      'reset timezone; reset datestyle; reset extra_float_digits; reset intervalstyle;' +
        'reset bytea_output',
    );
    expect(
      await one(
        `select digest = present_digest from committed_versions('CLAIM') where record_id = $1`,
        [claim],
      ),
    ).toBe(true);
  });

  test('stay the same when a column is added', async () => {
    await write(() => make('faction', { name: 'A' }));
    await db.query('begin; alter table faction add column motto text');
    await ledger.installHistories();
    expect(
      await rows(
        `select record_id from committed_versions('FACTION') where digest <> present_digest`,
      ),
    ).toEqual([]);
    await db.query('rollback');
  });

  test('of one write have salts of their own, and say nothing about each other', async () => {
    const at = await write(async () => {
      for (let i = 0; i < 3; i++) await make('source', { name: 'The same' });
    });
    const salts = await rows<{ salt: Buffer }>('select salt from revision where at = $1', [at]);
    expect(new Set(salts.map(({ salt }) => salt.toString('hex'))).size).toBe(3);
    for (const { salt } of salts) expect(salt).toHaveLength(16);
  });

  test('cover rows that belong to a record via another row, and those that ended', async () => {
    let ids: string[] = [];
    await write(async () => {
      const from = await make('faction', { name: 'A' });
      const to = await make('faction', { name: 'B' });
      const relation = await make('faction_relation', { from_id: from, to_id: to });
      const claim = await make('claim', { statement: 'x' });
      await insert('relation_claim', { relation_id: relation, claim_id: claim });
      ids = [from, relation, claim];
    });
    await write(() => db.query('delete from relation_claim where relation_id = $1', [ids[1]]));
    const differing = `select version from committed_versions('FACTION')
      where record_id = '${ids[0]}' and digest <> present_digest order by version`;
    expect(await rows(differing)).toEqual([]);
    await db.query('begin; set local session_replication_role = replica');
    await db.query('update relation_claim_history set claim_id = gen_random_uuid()');
    expect(await rows(differing)).toEqual([{ version: 1 }, { version: 2 }]);
    await db.query('rollback');
  });
});
