import { describe, expect, test } from '@jest/globals';
import { bad, missing, nowhere, setUpRefusals } from './refusals.testing.ts';
import { sampleIds } from './sample.testing.ts';

const { id, refused } = setUpRefusals('sample', sampleIds);

const types = ['report', 'source', 'faction', 'location', 'claim'];
const recordById = (field: string, recordId: string | undefined) =>
  [`query ($id: ID!) { ${field}(id: $id) { id } }`, { id: recordId }] as const;
const filtered = (filter: object) =>
  ['query ($filter: ClaimFilter) { claims(filter: $filter) { totalCount } }', { filter }] as const;

describe('an id', () => {
  test.each(types)('is not found when no %s has it', async (type) => {
    const unknown = id[type]!.slice(0, 4) + nowhere;
    const { data, errors } = await refused(missing('id'), ...recordById(type, unknown));
    expect(data).toEqual({ [type]: null });
    expect(errors![0]!.message).toContain(unknown);
    await refused(missing('id'), ...recordById('node', unknown));
  });

  test.each(types)('of another type is refused as the id of a %s', async (type) => {
    const other = type === 'report' ? 'claim' : 'report';
    const { errors } = await refused(bad('id'), ...recordById(type, id[other]));
    expect(errors![0]!.message).toContain(`is the id of a ${other}.`);
    for (const dependent of ['link', 'name'])
      await refused(bad('id'), ...recordById(type, id[dependent]));
  });

  test.each([
    '',
    'clm_',
    'clm_1',
    nowhere,
    `xyz_${nowhere}`,
    `clm_${nowhere}0`,
    "clm_'; select 1",
    'clm_\u0000',
    '\ud800',
  ])('is refused when it is malformed: %j', async (text) => {
    await refused(bad('id'), ...recordById('claim', text));
    await refused(bad('id'), ...recordById('node', text));
  });

  test('in a filter is blamed by its path', async () => {
    const faults: [path: string, filter: object][] = [
      ['filter.id.1', { id: [id.claim, id.report] }],
      ['filter.place.id.0', { place: { id: [id.claim] } }],
      ['filter.party.faction.0', { party: { faction: [id.source] } }],
      ['filter.speaker.source.0', { speaker: { source: [id.faction] } }],
      ['filter.link.to', { link: { to: id.link } }],
      ['filter.report.publisher.0', { report: { publisher: [id.report] } }],
      ['filter.and.0.not.id.0', { and: [{ not: { id: ['nothing'] } }] }],
    ];
    for (const [path, filter] of faults) await refused(bad(path), ...filtered(filter));
    await refused(
      bad('claims.filter.id.0'),
      `query ($id: ID!, $wrong: [ID!]) {
        report(id: $id) { claims(filter: { id: $wrong }) { totalCount } }
      }`,
      { id: id.report, wrong: [id.report] },
    );
  });
});
