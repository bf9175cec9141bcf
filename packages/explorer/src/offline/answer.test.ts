import { describe, expect, test } from '@jest/globals';
import { answerFromCase } from './answer.ts';
import { caseWith } from './case.testing.ts';

const saved = caseWith(
  { id: '1', earliest: '2018-07-01', latest: '2018-07-05', places: ['well'] },
  { id: '2', sameAs: '1', speaker: 'miller', earliest: '2018-07-03', latest: '2018-07-03' },
  { id: '3', kind: 'AIRSTRIKE', modality: 'FEARED' },
  { id: '4', status: 'REFUTED', latest: '2018-06-01', controller: 'fac_reds' },
);
const ask = (operationName: string, variables: object = {}) =>
  JSON.parse(answerFromCase(saved, JSON.stringify({ operationName, variables })));
const idsFor = (filter: object) =>
  ask('Claims', { filter }).data.claims.nodes.map(({ id }: { id: string }) => id.slice(4));

describe('a saved case', () => {
  test('finds claims by the conditions of the page, as the server does', () => {
    expect(idsFor({})).toEqual(['1', '2', '3', '4']);
    expect(idsFor({ kind: ['AIRSTRIKE'] })).toEqual([]);
    expect(idsFor({ kind: ['AIRSTRIKE'], modality: ['FEARED'] })).toEqual(['3']);
    expect(idsFor({ place: { id: ['loc_well'] } })).toEqual(['1']);
    expect(idsFor({ speaker: { source: ['src_miller'] } })).toEqual(['2']);
    expect(idsFor({ text: 'CLAIM 4' })).toEqual(['4']);
    expect(idsFor({ and: [{ status: ['UNVERIFIED'] }, { text: '2' }] })).toEqual(['2']);
  });

  test('finds who is said to control a place', () => {
    const controls = (filter: object) =>
      ask('ControlClaims', { filter }).data.claims.nodes.map(({ id }: { id: string }) => id);
    expect(controls({ and: [{}, { party: { role: ['CONTROLLER'] } }] })).toEqual(['clm_4']);
    expect(controls({ party: { role: ['CONTROLLER'], faction: ['fac_blues'] } })).toEqual([]);
    expect(controls({ party: { role: ['LOSER'], faction: ['fac_reds'] } })).toEqual([]);
  });

  test('finds what may have happened in a period, or surely did', () => {
    expect(idsFor({ occurred: { from: '2018-07-04' } })).toEqual(['1']);
    expect(idsFor({ occurred: { to: '2018-07-04' } })).toEqual(['1', '2', '4']);
    expect(idsFor({ occurred: { to: '2018-07-04', match: 'WITHIN' } })).toEqual(['2', '4']);
    expect(idsFor({ occurred: { from: '2018-05-01', to: '2018-07-04', match: 'WITHIN' } })).toEqual(
      ['2'],
    );
  });

  test('counts an event once, and leaves out what is refuted', () => {
    const { claimStats } = ask('ClaimStatistics', { filter: { kind: ['LOOTING'] } }).data;
    expect(claimStats).toMatchObject({ total: 1, leftOut: 1, fears: 0 });
    const { buckets } = ask('ClaimStatistics', { by: ['SOURCE'] }).data.claimStats;
    expect(buckets).toEqual([
      { count: 1, quantities: [] },
      { count: 1, quantities: [], source: { id: 'src_baker', name: 'baker' } },
    ]);
  });

  test('has the totals of the whole case only, as the server counted them', () => {
    expect(ask('ClaimStatistics', { filter: {} }).data.claimStats.total).toBe(99);
  });

  test('pages, and says what is not part of it', () => {
    const page = ask('Claims', { filter: {}, first: 2, after: '2' }).data.claims;
    expect(page.nodes).toHaveLength(2);
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, endCursor: '4' });
    expect(ask('ClaimById', { id: 'clm_9' }).errors[0].extensions.code).toBe('NOT_FOUND');
    expect(ask('RecordHistory', { id: 'clm_1' }).errors).toHaveLength(1);
  });
});
