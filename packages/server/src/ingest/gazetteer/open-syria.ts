import { z } from 'zod';
import type { Batch } from '../batch.ts';
import type { ImportFormat } from '../format.ts';
import { RowRefused } from '../problem.ts';
import { type JsonRow, readJson } from '../read/json.ts';
import { stableId } from '../stable-id.ts';
import { nameColumns } from '../stage/source.ts';
import { countryName, enclosing, isPcode, kindOf, stageCountry, stageNames } from './units.ts';

/** Open Syria's administrative units: their aliases and their ids elsewhere, by P-code. */
export const openSyria: ImportFormat<JsonRow> = {
  name: 'gazetteer-open-syria',
  description: 'Open Syria’s administrative units, JSON',
  read: (file) => readJson(file),
  stage,
  writes: {
    location: {
      columns: ['id', 'kind', 'name', 'parent_id', 'point_lat', 'point_lon'],
      existing: 'complete',
    },
    name: { columns: nameColumns, existing: 'add' },
    external_id: { columns: ['id', 'system', 'value', 'location_id'], existing: 'add' },
  },
};

const unit = z.object({
  id: z.string().min(1).max(200),
  name: z.object({ en: z.string().min(1), ar: z.string().optional() }),
  aliases: z
    .array(z.object({ value: z.string(), language: z.string().max(35).optional() }))
    .default([]),
  centroid: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
  iso31662: z.string().max(200).optional(),
  externalIds: z.object({ ochaPcode: z.string() }).catchall(z.unknown()),
});

function stage({ value }: JsonRow, batch: Batch): void {
  const { data, error } = unit.safeParse(value);
  if (!data) {
    const { path, message } = error.issues[0]!;
    throw new RowRefused('BAD_RECORD', path.join('.'), null, `${path.join('.')}: ${message}.`);
  }
  const { ochaPcode: pcode, ...others } = data.externalIds;
  if (!isPcode(pcode))
    throw new RowRefused(
      'BAD_PCODE',
      'externalIds.ochaPcode',
      pcode.slice(0, 500),
      'This is no P-code.',
    );
  const kind = kindOf(pcode);
  const { id, isNew } = batch.record('location', {
    system: 'ocha-pcode',
    value: pcode,
    external: true,
    match: { name: data.name.en, kind, country: countryName(pcode.slice(0, 2)) },
  });
  if (!isNew)
    throw new RowRefused(
      'REPEATED_ID',
      'externalIds.ochaPcode',
      pcode,
      'A unit of this P-code stands above; this one was left out.',
    );
  batch.keepRow('location', id);
  const around = enclosing(pcode);
  const country = around === pcode.slice(0, 2);
  const parent =
    around &&
    (country
      ? stageCountry(batch, around)
      : batch.reference('location', { system: 'ocha-pcode', value: around, external: true }));
  batch.put('location', {
    id,
    kind,
    name: data.name.en.slice(0, 500),
    parent_id: parent,
    ...(data.centroid && { point_lat: data.centroid.latitude, point_lon: data.centroid.longitude }),
  });
  stageNames(batch, id, [
    { text: data.name.en, language: 'en', scheme: 'Open Syria', kind: 'PRIMARY' },
    ...(data.name.ar
      ? [{ text: data.name.ar, language: 'ar', scheme: 'Open Syria', kind: 'PRIMARY' } as const]
      : []),
    ...data.aliases.map(
      ({ value: text, language }) =>
        ({ text, language: language ?? null, scheme: 'Open Syria', kind: 'ALIAS' }) as const,
    ),
  ]);
  const elsewhere = { 'open-syria': data.id, 'iso-3166-2': data.iso31662, ...others };
  for (const [system, each] of Object.entries(elsewhere))
    if (
      typeof each === 'string' &&
      each.trim() !== '' &&
      each.length <= 200 &&
      !/^https?:/.test(each)
    )
      batch.put('external_id', {
        id: stableId('external_id', system, each),
        system: system.slice(0, 60),
        value: each.trim(),
        location_id: id,
      });
}
