import type { Tx } from '../history/write.ts';
import { groupBy } from '../values/group-by.ts';
import { idOf } from '../values/ids.ts';
import { type RecordName, recordNames, recordTypes } from '../values/record-types.ts';
import { findOwners } from './external-ids.ts';
import type { InputParser } from './input-parser.ts';

/**
 * Looks up everything outside an input that it depends on: the records that it refers to must
 * exist, and its external ids must be free. What is not so is added to the parser’s issues. A
 * reference to a withdrawn record is allowed, with a warning, and so is a date without bounds.
 * `own`: the key of the record that is changed.
 */
export async function resolveReferences(tx: Tx, parser: InputParser, own?: string): Promise<void> {
  await Promise.all([findRecords(tx, parser), findExternalIds(tx, parser, own)]);
  for (const { edtf, path } of parser.unboundedDates)
    tx.warnings.push({
      code: 'DATE_WITHOUT_BOUNDS',
      message:
        `${path.join('.')}: "${edtf}" has no bounds, so filters treat it as undated. ` +
        'Give earliest and latest if they are known.',
      recordId: null,
    });
}

/** `$1` and `$2`: the types and keys of records. */
const recordsByKeys = `
  select wanted.type, wanted.key as id, found.withdrawn
  from unnest($1::text[], $2::uuid[]) as wanted(type, key)
  cross join lateral (${recordNames
    .map(
      (name) => `
    select r.withdrawn_at is not null as withdrawn from ${recordTypes[name].table} r
    where wanted.type = '${name}' and r.id = wanted.key`,
    )
    .join('\n    union all')}
  ) found`;

async function findRecords(tx: Tx, { references, issues }: InputParser): Promise<void> {
  if (references.length === 0) return;
  const rows = await tx.query<{ type: RecordName; id: string; withdrawn: boolean }>(recordsByKeys, [
    references.map(({ type }) => type),
    references.map(({ key }) => key),
  ]);
  const records = new Map(rows.map((row) => [idOf(row.type, row.id), row]));
  for (const [type, ofType] of groupBy(references, typeOf)) {
    for (const { id, key, path } of ofType) {
      const record = records.get(idOf(type, key));
      if (!record) issues.add(path, `There is no ${recordTypes[type].table} ${id}.`, 'NOT_FOUND');
      else if (record.withdrawn)
        tx.warnings.push({
          code: 'REFERS_TO_WITHDRAWN',
          message: `${id} (${path.join('.')}) is withdrawn.`,
          recordId: id,
        });
    }
  }
}

async function findExternalIds(
  tx: Tx,
  { externalIds, issues }: InputParser,
  own: string | undefined,
): Promise<void> {
  const owners = await findOwners(tx, externalIds);
  for (const [i, { type, system, value, path }] of externalIds.entries()) {
    const owner = owners.get(i);
    if (owner && owner !== own)
      issues.add(path, `${system} ${value} is ${idOf(type, owner)} already.`, 'CONFLICT');
  }
}

const typeOf = ({ type }: { type: RecordName }): RecordName => type;
