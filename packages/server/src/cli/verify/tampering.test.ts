import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { startTampered } from './tampering.testing.ts';

// Someone with all rights changes contents, and turns off all triggers first.
jest.setTimeout(120_000);

let ledger: Awaited<ReturnType<typeof startTampered>>;
beforeAll(async () => {
  ledger = await startTampered();
});
afterAll(() => ledger?.api.stop());

/** What is said of a version of the claim whose rows are not the same. */
const ofClaim = (what: string) =>
  `^version \\d of $claimId has other contents than write \\d+ committed to: .*${what}`;
const oneMissing = ofClaim('1 of \\d+ rows missing');

describe('claimgraph verify finds changed contents', () => {
  test('and nothing in a ledger that nobody changed', async () => {
    expect(await ledger.faultsAfter('select 1')).toEqual([]);
  });

  test.each<[what: string, change: string, found: string]>([
    [
      'the statement of a claim',
      `update claim set statement = 'No one was hurt.' where id = '$claim'`,
      ofClaim('claim $claim was changed$'),
    ],
    [
      'a past statement',
      `update claim_history set statement = 'Nine were hurt.' where id = '$claim'`,
      ofClaim('claim $claim was changed$'),
    ],
    [
      'a figure',
      `update quantity set best = 20 where claim_id = '$claim'`,
      ofClaim('quantity \\S+ was changed$'),
    ],
    ['a figure that is removed', `delete from quantity where claim_id = '$claim'`, oneMissing],
    [
      'a figure that is added',
      `insert into quantity select (jsonb_populate_record(q, jsonb_build_object(
         'id', gen_random_uuid(), 'position', 7))).*
       from quantity q where claim_id = '$claim'`,
      ofClaim('quantity \\S+ was added$'),
    ],
    [
      'figures that two claims exchange',
      `update quantity set claim_id = case claim_id
         when '$claim' then '$other'::uuid else '$claim'::uuid end
       where claim_id in ('$claim', '$other')`,
      oneMissing,
    ],
    [
      'the role of a party',
      `update claim_party set role = 'TARGET' where claim_id = '$claim'`,
      ofClaim('claim_party $claim 0 was changed$'),
    ],
    ['a speaker who is removed', `delete from speaker where claim_id = '$claim'`, oneMissing],
    [
      'a past place that is removed',
      `delete from claim_place_history where claim_id = '$claim'`,
      oneMissing,
    ],
    [
      'a past place that is current again',
      `insert into claim_place select (jsonb_populate_record(null::claim_place, to_jsonb(h))).*
       from claim_place_history h where claim_id = '$claim';
       delete from claim_place_history where claim_id = '$claim'`,
      oneMissing,
    ],
    [
      'two versions that are exchanged',
      `update claim c set statement = h.statement from claim_history h
       where h.id = c.id and c.id = '$claim';
       update claim_history set statement = 'At least two people were hurt.' where id = '$claim'`,
      ofClaim('claim $claim was changed$'),
    ],
    [
      'the reason of a link',
      `update claim_link set rationale = 'Perhaps.'`,
      '^version 1 of clm_\\S+ has other contents .*: claim_link \\S+ was changed$',
    ],
    [
      'the reason of a withdrawal',
      `update claim set withdrawn_rationale = 'x' where id = '$other'`,
      '^version 2 of $otherId has other contents .*: claim $other was changed$',
    ],
    [
      'the name of a source',
      `update name set text = 'Hoda Naser' where source_id = '$source'`,
      '^version 1 of $sourceId has other contents .*: name \\S+ was changed$',
    ],
    [
      'a row of no version',
      `insert into name_history select now(), n.* from name n where source_id = '$source'`,
      '^a row of name of $source ends at .*, when its record has no version$',
    ],
  ])('%s', async (_what, change, found) => {
    const faults = await ledger.faultsAfter(ledger.fill(change));
    expect(faults).toContainEqual(expect.stringMatching(ledger.fill(found)));
  });

  test('in the order in which they were written', async () => {
    const { claim, other, source } = ledger.ids;
    const faults = await ledger.faultsAfter(
      ledger.fill(`
        update claim set statement = 'x' where id in ('$claim', '$other');
        update source set role = 'x' where id = '$source'`),
    );
    expect(faults.map((fault) => fault.split(' ', 4).join(' '))).toEqual([
      `version 1 of ${source}`,
      `version 2 of ${other}`,
      `version 3 of ${claim}`,
    ]);
  });
});
