import { MoreThanOrEqual } from 'typeorm';
import { RecordKey } from '../compiler/payload.ts';
import type { Tx } from '../history/write.ts';
import { setExternalIds } from '../records/external-ids.ts';
import { upsertOf } from '../records/upsert.ts';
import {
  checkReferences,
  definedKeys,
  lockRecord,
  type Reference,
  replaceList,
} from '../records/writing.ts';
import { Report } from '../reports/report.entity.ts';
import { absent } from '../values/absent.ts';
import { badInput, Issues, type Path } from '../values/errors.ts';
import { FuzzyInterval, fuzzyInterval } from '../values/fuzzy-date.ts';
import { keyOf, newKey } from '../values/ids.ts';
import { Point } from '../values/point.ts';
import { anchorOptionalPassage } from './anchor.ts';
import { Attribution, Speaker } from './attribution.entity.ts';
import { Citation } from './citation.entity.ts';
import { Claim } from './claim.entity.ts';
import type {
  AttributionInput,
  ClaimPlaceInput,
  CreateClaimInput,
  UpdateClaimInput,
} from './claim.inputs.ts';
import { ClaimParty } from './claim-party.entity.ts';
import { ClaimPlace } from './claim-place.entity.ts';
import { Passage } from './passage.ts';
import { checkFigure, figuresOf, setQuantities } from './quantities.ts';

const root: Path = ['input'];

/** @throws Refusal naming every field that is wrong; nothing is written then. */
export async function createClaim(
  tx: Tx,
  input: CreateClaimInput,
  path: Path = root,
): Promise<RecordKey> {
  if (input.reportId == null)
    throw badInput({ path: [...path, 'reportId'], message: 'Which report was it read in?' });
  const reportId = keyOf(input.reportId, 'Report', [...path, 'reportId']);
  await checkReferences(tx, [{ type: 'Report', id: input.reportId, path: [...path, 'reportId'] }]);
  const key = newKey();
  const row = await rowOf(tx, input, reportId, path);
  await tx.manager.insert(Claim, {
    id: key,
    reportId,
    language: 'en',
    aggregate: false,
    passage: absent(Passage),
    occurred: absent(FuzzyInterval),
    ...row,
  });
  await setLists(tx, key, input, path);
  return new RecordKey('Claim', key);
}

export async function updateClaim(
  tx: Tx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateClaimInput,
  path: Path = root,
): Promise<RecordKey> {
  const key = await lockRecord(tx, 'Claim', id, expectedVersion);
  const { reportId } = await tx.manager.findOneByOrFail(Claim, { id: key });
  const other = (input as CreateClaimInput).reportId;
  if (other != null && keyOf(other, 'Report', [...path, 'reportId']) !== reportId) {
    throw badInput({
      path: [...path, 'reportId'],
      message: 'A claim stays with the report it was read in. Withdraw it and write a new one.',
    });
  }
  const row = await rowOf(tx, input, reportId, path);
  if (Object.keys(row).length > 0) await tx.manager.update(Claim, key, row);
  await setLists(tx, key, input, path);
  return new RecordKey('Claim', key);
}

export const upsertClaim = upsertOf<CreateClaimInput>('Claim', createClaim, updateClaim);

const never = ['statement', 'language', 'kind', 'modality', 'attributions', 'aggregate'] as const;

async function rowOf(tx: Tx, input: UpdateClaimInput, reportId: string, path: Path) {
  const issues = new Issues();
  for (const key of never)
    if (input[key] === null) issues.add([...path, key], `${key} cannot be cleared.`);
  const occurred = issues.try(() =>
    input.occurred
      ? fuzzyInterval(input.occurred, [...path, 'occurred'])
      : input.occurred === null
        ? absent(FuzzyInterval)
        : undefined,
  );
  let passage: Claim['passage'] | undefined;
  if (input.passage !== undefined) {
    const report = await tx.manager.findOneOrFail(Report, {
      where: { id: reportId },
      select: { id: true, title: true, body: true, bodyKind: true },
    });
    passage = issues.try(() => anchorOptionalPassage(input.passage, report, [...path, 'passage']));
  }
  for (const [i, place] of (input.places ?? []).entries())
    issues.try(() => pointOf(place, [...path, 'places', i]));
  for (const figure of figuresOf(input.quantities ?? [], [...path, 'quantities']))
    issues.try(() => checkFigure(figure));
  await issues.tryAsync(() => checkReferences(tx, references(input, path)));
  issues.refuse();
  const { statement, language, kind, modality, aggregate } = input;
  return definedKeys({ statement, language, kind, modality, aggregate, occurred, passage });
}

/** All records that a claim names. */
const references = (input: UpdateClaimInput, path: Path): Reference[] => [
  ...(input.attributions ?? []).flatMap(({ chain }, a) =>
    chain.flatMap((speaker, i): Reference[] => {
      const at = [...path, 'attributions', a, 'chain', i];
      return [
        { type: 'Source', id: speaker.sourceId, path: [...at, 'sourceId'] },
        { type: 'Report', id: speaker.reportId, path: [...at, 'reportId'] },
      ];
    }),
  ),
  ...(input.places ?? []).map(
    ({ locationId }, i): Reference => ({
      type: 'Location',
      id: locationId,
      path: [...path, 'places', i, 'locationId'],
    }),
  ),
  ...(input.parties ?? []).map(
    ({ factionId }, i): Reference => ({
      type: 'Faction',
      id: factionId,
      path: [...path, 'parties', i, 'factionId'],
    }),
  ),
  ...figuresOf(input.quantities ?? [], [...path, 'quantities']).map(
    ({ input: { factionId }, path: at }): Reference => ({
      type: 'Faction',
      id: factionId,
      path: [...at, 'factionId'],
    }),
  ),
  ...(input.citations ?? []).map(
    ({ reportId }, i): Reference => ({
      type: 'Report',
      id: reportId,
      path: [...path, 'citations', i, 'reportId'],
    }),
  ),
];

async function setLists(
  tx: Tx,
  claimId: string,
  input: UpdateClaimInput,
  path: Path,
): Promise<void> {
  if (input.attributions)
    await setAttributions(tx, claimId, input.attributions, [...path, 'attributions']);
  // Before places: what is kept by place has the figures in it.
  if (input.quantities !== undefined)
    await setQuantities(tx, claimId, input.quantities ?? [], [...path, 'quantities']);
  if (input.places !== undefined) {
    const places = (input.places ?? []).map((place, i) => {
      const at = [...path, 'places', i];
      const { role, geoPrecision = null, basis, asWritten = null } = place;
      return {
        locationId: keyOf(place.locationId, 'Location', [...at, 'locationId']),
        role,
        geoPrecision,
        basis,
        asWritten,
        point: pointOf(place, at),
      };
    });
    await replaceList(tx, ClaimPlace, { claimId }, places);
  }
  if (input.parties !== undefined) {
    const parties = (input.parties ?? []).map(
      ({ factionId, role, group = null, basis, asWritten = null }, i) => {
        return {
          factionId: keyOf(factionId, 'Faction', [...path, 'parties', i, 'factionId']),
          role,
          group,
          basis,
          asWritten,
        };
      },
    );
    await replaceList(tx, ClaimParty, { claimId }, parties);
  }
  if (input.citations !== undefined) {
    const citations = (input.citations ?? []).map(({ reportId, locator = null }, i) => {
      return {
        reportId: keyOf(reportId, 'Report', [...path, 'citations', i, 'reportId']),
        locator,
      };
    });
    await replaceList(tx, Citation, { claimId }, citations);
  }
  await setExternalIds(tx, 'Claim', claimId, input.externalIds, [...path, 'externalIds']);
}

async function setAttributions(
  tx: Tx,
  claimId: string,
  attributions: readonly AttributionInput[],
  path: Path,
): Promise<void> {
  await tx.manager.delete(Speaker, { claimId, attribution: MoreThanOrEqual(attributions.length) });
  await replaceList(
    tx,
    Attribution,
    { claimId },
    attributions.map(() => ({})),
  );
  for (const [attribution, { chain }] of attributions.entries()) {
    const speakers = chain.map(({ sourceId, capacity, verb = null, reportId }, i) => {
      const at = [...path, attribution, 'chain', i];
      return {
        sourceId: keyOf(sourceId, 'Source', [...at, 'sourceId']),
        capacity,
        verb,
        reportId: reportId == null ? null : keyOf(reportId, 'Report', [...at, 'reportId']),
      };
    });
    await replaceList(tx, Speaker, { claimId, attribution }, speakers);
  }
}

function pointOf({ lat, lon }: ClaimPlaceInput, path: Path): Point {
  if (lat == null && lon == null) return absent(Point);
  if (lat == null || lon == null)
    throw badInput({
      path: [...path, lat == null ? 'lat' : 'lon'],
      message: 'A point needs both lat and lon.',
    });
  if (Math.abs(lat) > 90)
    throw badInput({ path: [...path, 'lat'], message: 'lat must be from -90 to 90 degrees.' });
  if (Math.abs(lon) > 180)
    throw badInput({ path: [...path, 'lon'], message: 'lon must be from -180 to 180 degrees.' });
  return { lat, lon };
}
