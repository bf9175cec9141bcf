import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Api, startApi } from '../../testing/api.ts';
import { fixtures } from '../../testing/fixtures.ts';
import { verifyLedger } from './verify-ledger.ts';

// Someone with all rights changes contents, and turns off all triggers first.
jest.setTimeout(120_000);

let api: Api;
let source: string;
let claim: string;
let other: string;
const uuid = (id: string) => id.slice(4);

beforeAll(async () => {
  api = await startApi();
  const make = fixtures(api);
  const [place, inner, faction] = [
    await make.aLocation('Wadi'),
    await make.aLocation('Ghab'),
    await make.aFaction('The guard'),
  ];
  await api.data(
    `mutation ($id: ID!, $input: UpdateLocationInput!) {
      updateLocation(id: $id, expectedVersion: 1, input: $input) { location { id } } }`,
    { id: inner, input: { parentId: place } },
  );
  source = await make.aSource('Huda Nasser', { role: 'clerk' });
  const input = {
    sourceId: source,
    statement: 'Two people were hurt.',
    places: [{ locationId: inner, role: 'AT' }],
    parties: [{ factionId: faction, role: 'ACTOR' }],
    quantities: [{ measure: 'PEOPLE_INJURED', best: 2 }],
  };
  claim = await make.aClaim(input);
  other = await make.aClaim({ ...input, statement: 'Three people were hurt.' });
  await api.data(
    `mutation ($id: ID!, $input: UpdateClaimInput!) {
      updateClaim(id: $id, expectedVersion: 1, input: $input) { claim { id } } }`,
    { id: claim, input: { statement: 'At least two people were hurt.', places: [] } },
  );
  await api.data(
    `mutation ($id: ID!) {
      withdrawClaim(id: $id, expectedVersion: 1, rationale: "Of another day.") { claim { id } } }`,
    { id: other },
  );
  await api.data(
    'mutation ($input: ClaimLinkInput!) { linkClaims(input: $input) { link { id } } }',
    {
      input: {
        fromId: await make.aClaim({ sourceId: source }),
        toId: claim,
        kind: 'SAME_EVENT',
        rationale: 'The same day and place.',
      },
    },
  );
});
afterAll(() => api.stop());

/** What is found after a change with triggers off, in order. The change is then undone. */
async function faultsAfter(change: string): Promise<string[]> {
  const runner = api.database.createQueryRunner();
  await runner.query('begin; set local session_replication_role = replica');
  try {
    await runner.query(change);
    const faults: string[] = [];
    for await (const check of verifyLedger(runner))
      faults.push(...check.faults.map(({ place, problem }) => `${place} ${problem}`));
    return faults;
  } finally {
    await runner.query('rollback');
    await runner.release();
  }
}

const ofClaim = (what: string) => (): [string, RegExp] => [
  what.replaceAll('$claim', uuid(claim)).replaceAll('$other', uuid(other)),
  new RegExp(`^version \\d of ${claim} has other contents than write \\d+ committed to: `),
];
const ofSource = (what: string) => (): [string, RegExp] => [
  what.replaceAll('$source', uuid(source)),
  new RegExp(`^version \\d of ${source} has other contents than write \\d+ committed to: `),
];

describe('claimgraph verify finds changed contents', () => {
  test('and nothing in a ledger that nobody changed', async () => {
    expect(await faultsAfter('select 1')).toEqual([]);
  });

  test.each<[what: string, change: () => [change: string, first: RegExp], row: string]>([
    [
      'the statement of a claim',
      ofClaim(`update claim set statement = 'No one was hurt.' where id = '$claim'`),
      'claim {"id": "$claim"} was changed',
    ],
    [
      'a past statement',
      ofClaim(`update claim_history set statement = 'Nine were hurt.' where id = '$claim'`),
      'claim {"id": "$claim"} was changed',
    ],
    [
      'a figure',
      ofClaim(`update quantity set best = 20 where claim_id = '$claim'`),
      'quantity {.*} was changed',
    ],
    [
      'a figure that is removed',
      ofClaim(`delete from quantity where claim_id = '$claim'`),
      '1 of \\d+ rows missing',
    ],
    [
      'a party that is exchanged',
      ofClaim(`update claim_party set role = 'TARGET' where claim_id = '$claim'`),
      'claim_party {"claim_id": "$claim", "position": 0} was changed',
    ],
    [
      'a speaker who is removed',
      ofClaim(`delete from speaker where claim_id = '$claim'`),
      '1 of \\d+ rows missing',
    ],
    [
      'a past place that is removed',
      ofClaim(`delete from claim_place_history where claim_id = '$claim'`),
      '1 of \\d+ rows missing',
    ],
    [
      'a past place that is current again',
      ofClaim(`
        insert into claim_place select (jsonb_populate_record(null::claim_place, to_jsonb(h))).*
        from claim_place_history h where claim_id = '$claim';
        delete from claim_place_history where claim_id = '$claim'`),
      '1 of \\d+ rows missing',
    ],
    [
      'a figure that is added',
      ofClaim(`
        insert into quantity select (jsonb_populate_record(q, jsonb_build_object(
          'id', gen_random_uuid(), 'position', 7))).*
        from quantity q where claim_id = '$claim'`),
      'quantity {.*} was added',
    ],
    [
      'figures that two claims exchange',
      ofClaim(`
        update quantity set claim_id = case claim_id
          when '$claim' then '$other'::uuid else '$claim'::uuid end
        where claim_id in ('$claim', '$other')`),
      'a row of quantity of $claim begins at .*, when its record has no version',
    ],
    [
      'two versions that are exchanged',
      ofClaim(`
        update claim c set statement = h.statement from claim_history h
        where h.id = c.id and c.id = '$claim';
        update claim_history set statement = 'At least two people were hurt.'
        where id = '$claim'`),
      'claim {"id": "$claim"} was changed',
    ],
    [
      'the reason of a link',
      () => [
        `update claim_link set rationale = 'Perhaps.'`,
        /^version \d of clm_\S+ has other contents .*: claim_link \{.*\} was changed$/,
      ],
      '',
    ],
    [
      'the name of a source',
      ofSource(`update name set text = 'Hoda Naser' where source_id = '$source'`),
      'name {.*} was changed',
    ],
    [
      'the role of a source, and its commitment',
      () => [
        `update source set role = 'editor' where id = '${uuid(source)}';
         update revision r set digest = c.present_digest, row_tags = c.present_tags
         from committed_versions('SOURCE') c
         where r.record_id = c.record_id and r.version = c.version`,
        /^write \d+ was changed$/,
      ],
      '',
    ],
    [
      'a salt that is nulled over a changed row',
      () => [
        `update claim set statement = 'x' where id = '${uuid(claim)}';
         update revision set salt = null, row_tags = null where record_id = '${uuid(claim)}'`,
        new RegExp(`^version 1 of ${claim} has no salt, and no write scrubbed it$`),
      ],
      '',
    ],
    [
      'an invented commitment over a changed row',
      () => [
        `update claim set statement = 'x' where id = '${uuid(claim)}';
         insert into recommitment (seq, digest, target_seq, record_id, salt, row_tags)
         select (select max(seq) from write_log), c.present_digest, c.seq, c.record_id, c.salt,
           c.present_tags
         from committed_versions('CLAIM') c where c.record_id = '${uuid(claim)}'
           and c.digest <> c.present_digest;
         update revision set salt = null, row_tags = null
         where (seq, record_id) in (select target_seq, record_id from recommitment)`,
        /^write \d+ was changed$/,
      ],
      '',
    ],
    [
      'the reason of a write',
      () => [
        `update write_log set rationale = 'x' where rationale is not null`,
        /^the reason of write \d+ was changed$/,
      ],
      '',
    ],
    [
      'a reason that is removed',
      () => [
        `update write_log set rationale = null where rationale is not null`,
        /^the reason of write \d+ was changed$/,
      ],
      '',
    ],
    [
      'a reason that is invented',
      () => [
        `update write_log set rationale = 'x' where seq = 1`,
        /^the reason of write 1 was changed$/,
      ],
      '',
    ],
    [
      'a commitment that is changed',
      () => [`update revision set digest = sha256('x') where seq = 2`, /^write 2 was changed$/],
      '',
    ],
    [
      'a salt that is changed',
      ofSource(`update revision set salt = '\\x00' where record_id = '$source'`),
      '',
    ],
    [
      'a last write that is cut off with all that it wrote',
      () => [
        `delete from revision where seq = (select max(seq) from write_log);
         delete from claim_link;
         update claim c set version = c.version - 1, updated_at = h.updated_at,
           valid_from = h.valid_from
         from claim_history h where h.id = c.id and h.valid_to = c.valid_from;
         delete from write_log where seq = (select max(seq) from write_log)`,
        /version \d of clm_/,
      ],
      '',
    ],
    [
      'a row of no version',
      () => [
        `insert into name_history select now(), n.* from name n where source_id = '${uuid(source)}'`,
        /^a row of name of \S+ ends at .*, when its record has no version$/,
      ],
      '',
    ],
    [
      'an area around a place',
      () => [`delete from location_within where depth = 1`, /^location_within \S+ \S+ is missing$/],
      '',
    ],
    [
      'an event that claims share',
      () => [`delete from claim_event`, /^claim_event \S+ is missing$/],
      '',
    ],
    [
      'a sum of the roll-up',
      () => [
        `update tally set entries = entries + 1
         where (location_id, measure) in (select location_id, measure from tally limit 1)`,
        /^tally \S+ .* is wrong$/,
      ],
      '',
    ],
    [
      'a key that a name is found by',
      () => [`update name_key set exact = 'nobody'`, /^name_key \S+ 0 is wrong$/],
      '',
    ],
    [
      'a table behind a view',
      () => [
        `alter table write_log rename to true_log; create view write_log as table true_log`,
        /^table write_log is not a table$/,
      ],
      '',
    ],
    [
      'a function that hides one of PostgreSQL',
      () => [
        `create function public.sha256(text) returns bytea language sql as 'select null::bytea'`,
        /^function sha256\(text\) hides one of PostgreSQL$/,
      ],
      '',
    ],
    [
      'a rewritten function of PostgreSQL',
      () => [
        `create or replace function pg_catalog.sha256(bytea) returns bytea
         immutable strict language plpgsql as $$ begin return ''; end $$`,
        /^function sha256\(bytea\) is not the one of PostgreSQL$/,
      ],
      '',
    ],
  ])('%s', async (_what, change, row) => {
    const [sql, first] = change();
    const faults = await faultsAfter(sql);
    expect(faults).toContainEqual(expect.stringMatching(first));
    const named = row.replaceAll('$claim', uuid(claim));
    expect(faults.join('\n')).toMatch(new RegExp(named));
  });

  test('in the order in which they were written', async () => {
    const faults = await faultsAfter(`
      update claim set statement = 'x' where id in ('${uuid(claim)}', '${uuid(other)}');
      update source set role = 'x' where id = '${uuid(source)}'`);
    expect(faults.map((fault) => fault.split(' ', 4).join(' '))).toEqual([
      `version 1 of ${source}`,
      `version 2 of ${other}`,
      `version 3 of ${claim}`,
    ]);
  });
});
