import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fileOf, importPath } from '../ingest/ingest.testing.ts';
import { type Api, startApi } from '../testing/api.ts';
import { exportText, linesOf } from '../testing/exports.ts';
import { reviewOf } from './review.testing.ts';

/* A person changes every field of every record type. Then an older export comes back. */

let api: Api;
beforeAll(async () => {
  api = await startApi('sample');
});
afterAll(() => api.stop());

type Line = Record<string, any>;
const linesById = (text: string): Map<string, Line> =>
  new Map(linesOf(text).map((line) => [line.id ?? JSON.stringify(line), line]));

/** `id key` of what differs between two exports. A line that one lacks differs as a whole. */
const differences = (before: Map<string, Line>, after: Map<string, Line>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [one, other] = [before.get(id), after.get(id)];
    if (!one || !other) return [id];
    return [...new Set([...Object.keys(one), ...Object.keys(other)])]
      .filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]))
      .map((key) => `${id} ${key}`);
  });

/** The field of the API that a key of a line belongs to. */
const fieldOf = (key: string): string =>
  ({ authorIds: 'authors', externalIds: key })[key] ?? key.replace(/Ids?$/, '');

const namesOf = (text: string) => ({ names: [{ text, kind: 'PRIMARY' }] });
const ownId = (value: string) => ({ externalIds: [{ system: 'desk', value }] });

interface EditedWith {
  source: string;
  place: string;
  report: string;
  body: string;
}

/** Inputs of updates by type. Each goes to a record of its own, in turn. */
const editsOf = ({ source, place, report, body }: EditedWith) => ({
  Source: [
    { ...namesOf('A renamed source'), ...ownId('s'), role: 'clerk', kind: 'OFFICIAL_BODY' },
    { basedIn: { id: place } },
    { role: null },
  ],
  Faction: [
    { ...namesOf('A renamed faction'), ...ownId('f') },
    { kind: 'UNKNOWN', collective: true, externalIds: [] },
  ],
  Location: [
    { ...namesOf('A renamed place'), ...ownId('l'), kind: 'ROAD' },
    { point: { lat: 1, lon: 2 }, geoPrecision: 'DISTRICT' },
    { geometry: { type: 'Point', coordinates: [1, 2] }, alsoIn: [], overlaps: [] },
  ],
  Report: [
    {
      title: 'Another title',
      kind: 'INTERVIEW',
      url: 'https://example.org/own',
      archivedUrl: 'https://example.org/kept',
      publisher: null,
      authors: [{ id: source }],
      published: { edtf: '2020' },
      retrievedAt: '2020-01-01T00:00:00Z',
      language: 'fr',
      summary: 'In other words.',
      body,
      dateline: { id: place },
      ...ownId('r'),
    },
  ],
  Claim: [
    { statement: 'As the desk words it.', language: 'fr' },
    { kind: 'OTHER', modality: 'DENIED', aggregate: true },
    { occurred: { edtf: '2011-01-01' } },
    { occurred: null, places: [], parties: [] },
    { quantities: [{ measure: 'STRIKES', best: 3, parts: [{ measure: 'STRIKES', best: 1 }] }] },
    { attributions: [{ chain: [{ source: { id: source }, verb: 'wrote' }] }] },
    { citations: [{ reportId: report, locator: 'p. 3' }], ...ownId('c') },
    { passage: null },
  ],
});

test('an older export changes nothing that a person changed, and lists the rest', async () => {
  const review = reviewOf(api);
  const backup = await exportText(api, 'jsonl');
  const lines = linesOf(backup);
  const idsOf = (type: string): string[] =>
    lines.filter((line) => line.type === type).map(({ id }) => id);
  const [source = '', place = '', report = ''] = ['Source', 'Location', 'Report'].map(
    (type) => idsOf(type)[0],
  );
  const { body } = lines.find(({ type }) => type === 'Report')!;
  const edits = editsOf({
    source,
    place,
    report,
    body: `${body} One more sentence.`,
  });
  for (const [type, inputs] of Object.entries(edits))
    for (const [i, input] of inputs.entries()) await review.update(type, idsOf(type)[i]!, input);
  const [claim] = idsOf('Claim').slice(-1);
  await api.data(
    `mutation ($claim: ID!, $link: ID!, $relation: ID!, $source: ID!) {
      assessClaim(claimId: $claim, input: {
        status: REFUTED, credibility: FIVE, rationale: "Seen otherwise."
      }) { warnings { code } }
      rateSource(sourceId: $source, input: { reliability: B, rationale: "Checked." }) {
        warnings { code }
      }
      unlinkClaims(id: $link, rationale: "Not so.") { warnings { code } }
      unrelateFactions(id: $relation, rationale: "Not so.") { warnings { code } }
    }`,
    { claim, source, link: idsOf('ClaimLink')[0], relation: idsOf('FactionRelation')[0] },
  );
  const before = linesById(await exportText(api, 'jsonl'));
  const changed = differences(linesById(backup), before);
  expect(changed.length).toBeGreaterThan(40);

  const { conflicts } = await importPath(api, 'jsonl', fileOf(backup, 'ledger.jsonl'), {
    force: true,
  });
  expect(differences(before, linesById(await exportText(api, 'jsonl')))).toEqual([]);
  const listed = await review.conflicts();
  expect(listed).toHaveLength(conflicts);
  const fields = new Set(
    listed.map(({ record, field }: any) =>
      field.includes('.') ? field.split('.')[1] : `${record.id} ${field}`,
    ),
  );
  const isListed = (difference: string): boolean => {
    const [id = '', key = ''] = difference.split(' ');
    return fields.has(id) || fields.has(`${id} ${fieldOf(key)}`);
  };
  // Assessments and ratings are only added to, and the overlap of two places is a line of its own.
  const isCompared = (difference: string): boolean =>
    / (?!assessments$|ratings$)\w+$/.test(difference);
  expect(changed.filter((each) => isCompared(each) && !isListed(each))).toEqual([]);
});
