import { z } from 'zod';
import type { LocationKind } from '../../locations/location.enums.ts';
import { cutText } from '../../values/cut-text.ts';
import { pathText, plainIssue } from '../../values/plain-issues.ts';
import type { Batch } from '../batch.ts';
import type { ImportFormat } from '../format.ts';
import { RowRefused, repeatedId } from '../problem.ts';
import { excerpt, maxNameLength } from '../read/cells.ts';
import { type JsonRow, readJson, restoreJsonRow } from '../read/json.ts';
import { nameColumns } from '../stage/names.ts';
import { countryName, countryOfPcode } from './countries.ts';
import { isPcode, kindByForm, pcodeOf } from './p-codes.ts';
import { type GazetteerName, stageCountry, stagePlaceNames } from './stage.ts';

const maxIdLength = 200;
const maxSystemLength = 60;

/** Open Syria's administrative units by P-code: their aliases and their ids in other systems. */
export const openSyria: ImportFormat<JsonRow> = {
  name: 'gazetteer-open-syria',
  description: 'Open Syria’s administrative units, JSON',
  read: (file) => readJson(file),
  stage: stageUnit,
  isGazetteer: true,
  restage: restoreJsonRow,
  writes: {
    location: {
      columns: ['id', 'kind', 'name', 'parent_id', 'point_lat', 'point_lon'],
      existing: 'complete',
    },
    name: { columns: nameColumns, existing: 'add' },
    external_id: { columns: ['id', 'system', 'value', 'location_id'], existing: 'add' },
  },
};

const unitSchema = z.object({
  id: z.string().min(1).max(maxIdLength),
  governorateId: z.string().optional(),
  districtId: z.string().optional(),
  name: z.object({ en: z.string().min(1), ar: z.string().optional() }),
  aliases: z
    .array(z.object({ value: z.string(), language: z.string().max(35).optional() }))
    .default([]),
  centroid: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
  iso31662: z.string().max(maxIdLength).optional(),
  externalIds: z.object({ ochaPcode: z.string() }).catchall(z.unknown()),
});

type Unit = z.infer<typeof unitSchema>;

function stageUnit({ value }: JsonRow, batch: Batch): void {
  const unit = parseUnit(value);
  const pcode = pcodeOf(unit.externalIds.ochaPcode);
  const pcodeColumn = 'externalIds.ochaPcode';
  if (!isPcode(pcode))
    throw new RowRefused('BAD_PCODE', pcodeColumn, excerpt(pcode), 'This is not a P-code.');
  const name = cutText(unit.name.en, maxNameLength);
  const kind = kindOf(unit);
  const country = countryOfPcode(pcode);
  const { id, isNew } = batch.record('location', {
    system: 'ocha-pcode',
    value: pcode,
    external: true,
    match: { name, kind, country: country && countryName(country) },
  });
  if (!isNew) throw repeatedId(pcodeColumn, pcode);
  batch.noteSubject(id, pcodeColumn, pcode);
  batch.storeOriginalRow('location', id);
  batch.putHierarchy({
    id,
    system: 'ocha-pcode',
    code: pcode,
    parent_code: null,
    country_id: country && stageCountry(batch, country),
  });
  batch.put('location', {
    id,
    kind,
    name,
    parent_id: null,
    point_lat: unit.centroid?.latitude,
    point_lon: unit.centroid?.longitude,
  });
  stagePlaceNames(batch, id, namesOf(unit));
  for (const [system, externalId] of externalIdsOf(unit))
    batch.put('external_id', {
      id: batch.deriveId('external_id', system, externalId),
      system: cutText(system, maxSystemLength),
      value: externalId.trim(),
      location_id: id,
    });
}

/** Its level, by the units that it names around it, or else by the form of its P-code. */
function kindOf({ governorateId, districtId, externalIds }: Unit): LocationKind {
  if (districtId !== undefined) return 'SUBDISTRICT';
  if (governorateId !== undefined) return 'DISTRICT';
  return kindByForm(pcodeOf(externalIds.ochaPcode)) ?? 'GOVERNORATE';
}

function parseUnit(value: unknown): Unit {
  const { data, error } = unitSchema.safeParse(value, { error: plainIssue });
  if (data) return data;
  const [issue] = error.issues;
  const path = pathText(issue?.path ?? []);
  throw new RowRefused(
    'BAD_RECORD',
    path,
    null,
    `This is not a unit as Open Syria writes it. ${path || 'It'} ${issue?.message}.`,
  );
}

function namesOf({ name, aliases }: Unit): GazetteerName[] {
  const scheme = 'Open Syria';
  return [
    { text: name.en, language: 'en', scheme, kind: 'PRIMARY' },
    ...(name.ar ? [{ text: name.ar, language: 'ar', scheme, kind: 'PRIMARY' } as const] : []),
    ...aliases.map(
      ({ value: text, language = null }) => ({ text, language, scheme, kind: 'ALIAS' }) as const,
    ),
  ];
}

/** Ids in other systems. Numbers and URLs are not external ids. */
function externalIdsOf({ id, iso31662, externalIds }: Unit): [system: string, id: string][] {
  const { ochaPcode: _, ...others } = externalIds;
  return Object.entries({ 'open-syria': id, 'iso-3166-2': iso31662, ...others }).filter(
    (entry): entry is [string, string] => isExternalId(entry[1]),
  );
}

const isExternalId = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.trim() !== '' &&
  value.length <= maxIdLength &&
  !/^https?:/.test(value);
