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

type SampleRecord = { key: string } & Record<string, unknown>;
type Create<Input> = (tx: Tx, input: Input) => Promise<RecordKey>;

/** The API's defaults for inputs, by the field that the input is in. */
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

/**
 * Loads the sample report into a ledger that has never been written to. Any other ledger stays as
 * it is. @returns whether the sample was loaded.
 */
export async function loadSample(database: DataSource): Promise<boolean> {
  const [{ empty }] = await database.query('select not exists (select from write_log) as empty');
  if (!empty) return false;
  const ids = new Map<string, string>();
  const setId = (key: string, record: RecordKey) =>
    ids.set(`@${key}`, idOf(record.type, record.key));
  let isLoaded = false;
  const work = async (tx: Tx) => {
    // Another server may have loaded it since. Only the write itself excludes that.
    const [{ written }] = await tx.manager.query(
      'select exists (select from write_log where hash is not null) as written',
    );
    if (written) return;
    isLoaded = true;
    const createAll = async <Input>(file: string, create: Create<Input>) => {
      for (const record of await readSample<SampleRecord[]>(file))
        setId(record.key, await create(tx, toInput<Input>(record, ids)));
    };
    await createAll('sources', createSource);
    await createAll('factions', createFaction);
    await createAll('locations', createLocation);
    const sample = await readSample<{ report: SampleRecord; claims: SampleRecord[] }>('report');
    const { report, claims } = await recordReport(tx, toInput(sample, ids));
    setId(sample.report.key, report);
    for (const [i, claim] of claims.entries()) {
      const record = sample.claims[i];
      if (record) setId(record.key, claim);
    }
    await createAll('links', linkClaims);
    await createAll('relations', relateFactions);
  };
  await inWrite(database, { by: 'local', action: 'sample', work });
  return isLoaded;
}

const readSample = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(new URL(`${file}.json`, folder), 'utf8'));

/** A sample record as an input of the API, whose shape it has apart from keys and defaults. */
const toInput = <Input>(record: object, ids: ReadonlyMap<string, string>): Input =>
  withDefaults(record, ids) as Input;

/** Replaces "@key" by the id of that record, drops keys, and fills in the API's defaults. */
function withDefaults(value: unknown, ids: ReadonlyMap<string, string>, field = ''): unknown {
  if (typeof value === 'string' && value.startsWith('@')) {
    const id = ids.get(value);
    if (!id) throw new Error(`the sample refers to ${value} before it is created`);
    return id;
  }
  if (Array.isArray(value)) return value.map((each) => withDefaults(each, ids, field));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'key');
  return {
    ...defaults[field],
    ...Object.fromEntries(entries.map(([key, each]) => [key, withDefaults(each, ids, key)])),
  };
}
