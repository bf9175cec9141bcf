import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Api, startApi } from '../../server/src/testing/api.ts';
import * as o from './generated/operations.ts';
import { type Client, createClient, type SdkError } from './index.ts';

let api: Api;
let client: Client;

beforeAll(async () => {
  api = await startApi('ledger');
  client = createClient({ url: api.url });
});
afterAll(() => api.stop());

const names = (text: string) => [{ text, kind: 'PRIMARY' as const }];
const rationale = 'Because.';
let serial = 0;
const externalId = () => ({ system: 'desk', value: String(++serial) });

describe('a record of each type is created, updated, upserted and withdrawn', () => {
  test('a source, which is also rated', async () => {
    const input = { kind: 'PERSON' as const, names: names('S') };
    const { id } = (await client.execute(o.CreateSource, { input })).createSource.source;
    const changed = await client.execute(o.UpdateSource, {
      id,
      expectedVersion: 1,
      input: { role: 'teacher' },
    });
    expect(changed.updateSource.source).toMatchObject({ role: 'teacher', version: 2 });
    const rated = await client.execute(o.RateSource, {
      sourceId: id,
      input: { reliability: 'B', rationale },
    });
    expect(rated.rateSource.source).toMatchObject({
      reliability: 'B',
      ratings: [{ reliability: 'B', rationale }],
    });
    const { version } = rated.rateSource.source;
    const withdrawn = await client.execute(o.WithdrawSource, {
      id,
      expectedVersion: version,
      rationale,
    });
    expect(withdrawn.withdrawSource.source.withdrawn).toMatchObject({ rationale });
    const key = externalId();
    const upsert = async () =>
      (await client.execute(o.UpsertSource, { externalId: key, input })).upsertSource.source.id;
    expect(await upsert()).toBe(await upsert());
  });

  test('a faction, which gets another name', async () => {
    const input = { kind: 'MILITIA' as const, names: names('F') };
    const { id } = (await client.execute(o.CreateFaction, { input })).createFaction.faction;
    const added = await client.execute(o.AddName, {
      recordId: id,
      name: { text: 'Ef', kind: 'ALIAS' },
    });
    expect(added.addName.record).toMatchObject({ __typename: 'Faction', name: 'F', version: 2 });
    const changed = await client.execute(o.UpdateFaction, {
      id,
      expectedVersion: 2,
      input: { collective: true },
    });
    expect(changed.updateFaction.faction).toMatchObject({
      collective: true,
      names: [{ text: 'F' }, { text: 'Ef' }],
    });
    const withdrawn = await client.execute(o.WithdrawFaction, {
      id,
      expectedVersion: 3,
      rationale,
    });
    expect(withdrawn.withdrawFaction.faction.withdrawn).toMatchObject({ rationale });
    const key = externalId();
    const upsert = async () =>
      (await client.execute(o.UpsertFaction, { externalId: key, input })).upsertFaction.faction.id;
    expect(await upsert()).toBe(await upsert());
  });

  test('a place', async () => {
    const geometry = { type: 'Point' as const, coordinates: [36.1, 32.6] as [number, number] };
    const input = { kind: 'COMMUNITY' as const, names: names('L'), geometry };
    const created = (await client.execute(o.CreateLocation, { input })).createLocation.location;
    expect(created.geometry).toEqual(geometry);
    const changed = await client.execute(o.UpdateLocation, {
      id: created.id,
      expectedVersion: 1,
      input: { point: { lat: 32.6, lon: 36.1 } },
    });
    expect(changed.updateLocation.location.point).toEqual({ lat: 32.6, lon: 36.1 });
    const withdrawn = await client.execute(o.WithdrawLocation, {
      id: created.id,
      expectedVersion: 2,
      rationale,
    });
    expect(withdrawn.withdrawLocation.location.withdrawn).toMatchObject({ rationale });
    const key = externalId();
    const upsert = async () =>
      (await client.execute(o.UpsertLocation, { externalId: key, input })).upsertLocation.location
        .id;
    expect(await upsert()).toBe(await upsert());
  });

  test('a report, with a warning about a repeated URL', async () => {
    const input = { kind: 'ARTICLE' as const, title: 'R', url: 'https://example.org/r' };
    const { id } = (await client.execute(o.CreateReport, { input })).createReport.report;
    const duplicate = (await client.execute(o.CreateReport, { input })).createReport;
    expect(duplicate.warnings).toMatchObject([{ code: 'SAME_URL', recordId: id }]);
    const changed = await client.execute(o.UpdateReport, {
      id,
      expectedVersion: 1,
      input: { summary: 'Short.' },
    });
    expect(changed.updateReport.report.summary).toBe('Short.');
    const withdrawn = await client.execute(o.WithdrawReport, { id, expectedVersion: 2, rationale });
    expect(withdrawn.withdrawReport.report.withdrawn).toMatchObject({ rationale });
    const key = externalId();
    const upsert = async () =>
      (await client.execute(o.UpsertReport, { externalId: key, input })).upsertReport.report.id;
    expect(await upsert()).toBe(await upsert());
  });

  test('a report in one call, with candidates for a name that is not clear', async () => {
    const publisher = { new: { kind: 'OUTLET' as const, names: names('Hill Courier') } };
    const record = (name: string) =>
      client.execute(o.RecordReport, {
        input: {
          report: { kind: 'ARTICLE', title: 'T', publisher },
          claims: [
            { statement: 'S.', kind: 'OTHER', attributions: [{ chain: [{ source: { name } }] }] },
          ],
        },
      });
    const { report, claims } = (await record('hill courier')).recordReport;
    const [speaker] = claims[0]!.attributions[0]!.chain;
    expect(speaker!.source.id).toBe(report.publisher!.id);
    const error = await record('Hill Curier').catch((refused: SdkError) => refused);
    const [issue] = (error as SdkError).issues;
    expect(issue).toMatchObject({
      path: ['input', 'claims', 0, 'attributions', 0, 'chain', 0, 'source', 'name'],
      candidates: [{ id: report.publisher!.id, label: 'Hill Courier', name: 'Hill Courier' }],
    });
  });

  test('claims, with assessments, links, relations and affiliations', async () => {
    const source = (
      await client.execute(o.CreateSource, { input: { kind: 'OUTLET', names: names('Outlet') } })
    ).createSource.source;
    const claimInput = {
      statement: 'Said.',
      kind: 'OTHER' as const,
      attributions: [{ chain: [{ source: { id: source.id } }] }],
    };
    const recorded = (
      await client.execute(o.RecordReport, {
        input: { report: { kind: 'ARTICLE', title: 'T' }, claims: [claimInput, claimInput] },
      })
    ).recordReport;
    const [first, second] = recorded.claims;
    expect(second!.report.id).toBe(recorded.report.id);

    const third = await client.execute(o.CreateClaim, {
      input: { ...claimInput, report: { id: recorded.report.id } },
    });
    const { id } = third.createClaim.claim;
    const changed = await client.execute(o.UpdateClaim, {
      id,
      expectedVersion: 1,
      input: { modality: 'ALLEGED' },
    });
    expect(changed.updateClaim.claim.modality).toBe('ALLEGED');
    const assessed = await client.execute(o.AssessClaim, {
      claimId: id,
      input: { credibility: 'TWO', status: 'VERIFIED', rationale },
    });
    expect(assessed.assessClaim.claim).toMatchObject({
      status: 'VERIFIED',
      assessments: [{ credibility: 'TWO' }],
    });

    const input = { fromId: first!.id, toId: second!.id, kind: 'REPEATS' as const, rationale };
    const { link } = (await client.execute(o.LinkClaims, { input })).linkClaims;
    expect(link).toMatchObject({
      kind: 'REPEATS',
      sharedOrigin: 'UNKNOWN',
      from: { id: first!.id },
      to: { id: second!.id },
    });
    const unlinked = await client.execute(o.UnlinkClaims, { id: link.id, rationale });
    expect(unlinked.unlinkClaims.link.withdrawn).toMatchObject({ rationale });

    const faction = async (text: string) =>
      (await client.execute(o.CreateFaction, { input: { kind: 'ALLIANCE', names: names(text) } }))
        .createFaction.faction.id;
    const [fromId, toId] = [await faction('One'), await faction('Two')];
    const related = await client.execute(o.RelateFactions, {
      input: { fromId, toId, kind: 'ALLIED_WITH', claimIds: [id] },
    });
    expect(related.relateFactions.relation).toMatchObject({
      kind: 'ALLIED_WITH',
      claims: [{ id }],
    });
    const joined = await client.execute(o.AffiliateSource, {
      input: { sourceId: source.id, toId, claimIds: [id] },
    });
    expect(joined.affiliateSource.affiliation).toMatchObject({
      to: { __typename: 'Faction', id: toId },
      claims: [{ id }],
    });

    const key = externalId();
    const upserted = { ...claimInput, report: { id: recorded.report.id } };
    const upsert = async () =>
      (await client.execute(o.UpsertClaim, { externalId: key, input: upserted })).upsertClaim.claim
        .id;
    expect(await upsert()).toBe(await upsert());
    const withdrawn = await client.execute(o.WithdrawClaim, {
      id: first!.id,
      expectedVersion: unlinked.unlinkClaims.link.from.version,
      rationale,
    });
    expect(withdrawn.withdrawClaim.claim.withdrawn).toMatchObject({ rationale });
  });
});
