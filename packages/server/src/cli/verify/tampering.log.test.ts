import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startTampered } from './tampering.testing.ts';

// Someone with all rights, who turns off all triggers first, also changes what proves the contents.
jest.setTimeout(120_000);

let ledger: Awaited<ReturnType<typeof startTampered>>;
beforeAll(async () => {
  ledger = await startTampered();
});
afterAll(() => ledger?.api.stop());

const wrongReason = '^the reason of write \\d+ was changed$';

describe('claimgraph verify finds', () => {
  test.each<[what: string, change: string, found: string]>([
    [
      'a changed role whose commitment was changed, too',
      `update source set role = 'editor' where id = '$source';
       update revision r set digest = c.present_digest, row_tags = c.present_tags
       from committed_versions('SOURCE') c
       where r.record_id = c.record_id and r.version = c.version`,
      '^write \\d+ was changed$',
    ],
    [
      'a salt that was nulled over a changed row',
      `update claim set statement = 'x' where id = '$claim';
       update revision set salt = null, row_tags = null where record_id = '$claim'`,
      '^version 1 of $claimId has no salt, and no write scrubbed it$',
    ],
    [
      'an invented scrub over a changed row',
      `update claim set statement = 'x' where id = '$claim';
       insert into recommitment (seq, digest, target_seq, record_id, salt, row_tags)
       select (select max(seq) from write_log), c.present_digest, c.seq, c.record_id, c.salt,
         c.present_tags
       from committed_versions('CLAIM') c
       where c.record_id = '$claim' and c.digest <> c.present_digest;
       update revision set salt = null, row_tags = null
       where (seq, record_id) in (select target_seq, record_id from recommitment)`,
      '^write \\d+ was changed$',
    ],
    [
      'a scrub of a later version',
      `insert into recommitment (seq, digest, target_seq, record_id, salt)
       select seq, '\\x01', seq, record_id, '\\x01' from revision where record_id = '$source'`,
      '^the commitment of write \\d+ to write \\d+ is not later than what it replaces$',
    ],
    [
      'the reason of a write',
      `update write_log set rationale = 'x' where rationale is not null`,
      wrongReason,
    ],
    [
      'a removed reason',
      `update write_log set rationale = null where rationale is not null`,
      wrongReason,
    ],
    ['an invented reason', `update write_log set rationale = 'x' where seq = 1`, wrongReason],
    [
      'a changed commitment',
      `update revision set digest = sha256('x') where seq = 2`,
      '^write 2 was changed$',
    ],
    [
      'a changed salt',
      `update revision set salt = '\\x00' where record_id = '$source'`,
      '^version 1 of $sourceId has other contents',
    ],
    [
      'row tags that say nothing',
      `update revision set row_tags = null where record_id = '$source'`,
      '^version 1 of $sourceId has other row tags than its rows$',
    ],
    [
      'a hash of an older version that the ledger never had',
      `update write_log set former_hash = sha256('x') where seq = 1`,
      '^write 1 had another hash in the older version$',
    ],
    [
      'a missing area around a place',
      'delete from location_within where depth = 1',
      '^location_within \\S+ \\S+ is missing$',
    ],
    [
      'a missing event that claims share',
      'delete from claim_event',
      '^claim_event \\S+ is missing$',
    ],
    [
      'a wrong sum of the roll-up',
      'update tally set entries = entries + 1',
      '^tally \\S+ .*is left over, or is missing$',
    ],
    [
      'a wrong key of a name',
      `update name_key set exact = 'nobody'`,
      '^name_key \\S+ 0 is left over, or is missing$',
    ],
    [
      'a view before the true table',
      'alter table write_log rename to true_log; create view write_log as table true_log',
      '^table write_log is not a table$',
    ],
    [
      'a function that hides one of PostgreSQL',
      `create function public.sha256(text) returns bytea language sql as 'select null::bytea'`,
      '^function public\\.sha256\\(text\\) hides one of PostgreSQL$',
    ],
    [
      'a rewritten function of PostgreSQL',
      `create or replace function pg_catalog.sha256(bytea) returns bytea
       immutable strict language plpgsql as $$ begin return ''; end $$`,
      '^function sha256\\(bytea\\) is not the one of PostgreSQL$',
    ],
    [
      'another function of PostgreSQL in place of one',
      `create or replace function pg_catalog.sha256(bytea) returns bytea
       immutable strict language internal as 'sha224_bytea'`,
      '^function sha256\\(bytea\\) is not the one of PostgreSQL$',
    ],
    [
      'a function that leaves values out of hashes',
      `create or replace function pg_catalog.json_strip_nulls(
         target json, strip_in_arrays boolean default false) returns json
       immutable strict language sql as $$ select target $$`,
      '^function json_strip_nulls\\(json,boolean\\) is not the one of PostgreSQL$',
    ],
  ])('%s', async (_what, change, found) => {
    const faults = await ledger.faultsAfter(ledger.fill(change));
    expect(faults).toContainEqual(expect.stringMatching(ledger.fill(found)));
  });
});
