import { readFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { linkClaims } from '../claims/claim-link.service.ts';
import type { RecordKey } from '../compiler/payload.ts';
import { createFaction } from '../factions/faction.service.ts';
import { relateFactions } from '../factions/faction-relation.service.ts';
import { inWrite, type Tx } from '../history/write.ts';
import { createLocation } from '../locations/location.service.ts';
import { recordReport } from '../reports/record-report.ts';
import { createSource } from '../sources/source.service.ts';
import { idOf } from '../values/ids.ts';

const folder = new URL('../../samples/daraa-2018/', import.meta.url);

type Keyed = { key: string } & Record<string, unknown>;
type Create = (tx: Tx, input: never) => Promise<RecordKey>;

/** What a writer may leave out, as the API fills it in. */
const defaults: Record<string, Record<string, unknown>> = {
  chain: { capacity: 'UNSTATED' },
  places: { role: 'AT', basis: 'STATED' },
  parties: { basis: 'STATED' },
  quantities: { approximate: false },
  parts: { approximate: false },
  occurred: { basis: 'STATED', extent: 'WITHIN' },
  during: { basis: 'STATED', extent: 'WITHIN' },
  published: { basis: 'STATED' },
  passage: { in: 'BODY', directSpeech: false },
  claims: { modality: 'ASSERTED' },
};

/** Loads the sample report into a ledger that nothing was ever written to; else changes nothing. @returns whether it did. */
export async function loadSample(database: DataSource): Promise<boolean> {
  const [{ empty }] = await database.query('select not exists (select from write_log) as empty');
  if (!empty) return false;
  const ids = new Map<string, string>();
  await inWrite(database, {
    by: 'local',
    action: 'sample',
    work: async (tx) => {
      const each = async (file: string, create: Create) => {
        for (const { key, ...input } of await read<Keyed[]>(file))
          ids.set(`@${key}`, toId(await create(tx, resolved(input, ids) as never)));
      };
      await each('sources', createSource);
      await each('factions', createFaction);
      await each('locations', createLocation);
      const { report, claims } = await read<{ report: Keyed; claims: Keyed[] }>('report');
      const written = await recordReport(tx, resolved({ report, claims }, ids) as never);
      ids.set(`@${report.key}`, toId(written.report));
      for (const [i, { key }] of claims.entries()) ids.set(`@${key}`, toId(written.claims[i]!));
      await each('links', linkClaims);
      await each('relations', relateFactions);
    },
  });
  return true;
}

const toId = (ref: RecordKey): string => idOf(ref.type, ref.key);

const read = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`${file}.json`, folder), 'utf8'));

/** The input with "@key" replaced by the id of that record, and with the API's defaults. */
function resolved(value: unknown, ids: Map<string, string>, under = ''): unknown {
  if (typeof value === 'string' && value.startsWith('@')) {
    const id = ids.get(value);
    if (!id) throw new Error(`the sample names ${value}, which is not there yet`);
    return id;
  }
  if (Array.isArray(value)) return value.map((each) => resolved(each, ids, under));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'key');
  return {
    ...defaults[under],
    ...Object.fromEntries(entries.map(([key, each]) => [key, resolved(each, ids, key)])),
  };
}
