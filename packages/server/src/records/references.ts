import type { Tx } from '../history/write.ts';
import { groupBy } from '../values/group-by.ts';
import { idOf } from '../values/ids.ts';
import { type RecordName, recordTypes } from '../values/record-types.ts';
import type { InputParser } from './input-parser.ts';

/**
 * Looks up everything outside an input that it depends on: the records that it refers to must
 * exist, and its external ids must be free. What is not so is added to the parser’s issues. A
 * reference to a withdrawn record is allowed, with a warning, and so is a date without bounds.
 * `own`: the key of the record that is changed.
 */
export async function resolveReferences(tx: Tx, parser: InputParser, own?: string): Promise<void> {
  await findRecords(tx, parser);
  await findExternalIds(tx, parser, own);
  for (const { edtf, path } of parser.unboundedDates)
    tx.warnings.push({
      code: 'DATE_WITHOUT_BOUNDS',
      message:
        `${path.join('.')}: "${edtf}" has no bounds, so filters treat it as undated. ` +
        'Give earliest and latest if they are known.',
      recordId: null,
    });
}

async function findRecords(tx: Tx, { references, issues }: InputParser): Promise<void> {
  for (const [type, ofType] of groupBy(references, typeOf)) {
    const { table } = recordTypes[type];
    const rows: { id: string; withdrawn: boolean }[] = await tx.manager.query(
      `select id, withdrawn_at is not null as withdrawn from ${table} where id = any($1::uuid[])`,
      [ofType.map(({ key }) => key)],
    );
    const records = new Map(rows.map((row) => [row.id, row]));
    for (const { id, key, path } of ofType) {
      const record = records.get(key);
      if (!record) issues.add(path, `There is no ${table} ${id}.`, 'NOT_FOUND');
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
  for (const [type, ofType] of groupBy(externalIds, typeOf)) {
    const { keyColumn } = recordTypes[type];
    const rows: { system: string; value: string; key: string }[] = await tx.manager.query(
      `select system, value, ${keyColumn} as key from external_id
       where ${keyColumn} is not null
         and (system, value) in (select * from unnest($1::text[], $2::text[]))`,
      [ofType.map(({ system }) => system), ofType.map(({ value }) => value)],
    );
    for (const { system, value, path } of ofType) {
      const owner = rows.find((row) => row.system === system && row.value === value)?.key;
      if (owner && owner !== own)
        issues.add(path, `${system} ${value} is ${idOf(type, owner)} already.`, 'CONFLICT');
    }
  }
}

const typeOf = ({ type }: { type: RecordName }): RecordName => type;
