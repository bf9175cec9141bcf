import { hash } from 'node:crypto';
import type { FormatOptions, ImportFormat } from '../format.ts';
import { FileRefused, RowRefused } from '../problem.ts';
import { type CsvRow, readCsv } from '../read/csv.ts';
import { claimRowWrites, stageClaimRow } from '../stage/claim-row.ts';
import { columnsOf, type Mapping, readMapping } from './mapping.ts';
import { claimRowOf } from './row.ts';

/** A desk's own table, by a mapping that says which column is what (`FormatOptions.more`). */
export const csv: ImportFormat<CsvRow> = {
  name: 'csv',
  description:
    'a table of your own, by a mapping of its columns (--map; --guess writes a first one)',
  async *read(file, options) {
    const mapping = mappingIn(options);
    const reading = hash('sha256', JSON.stringify(mapping), 'base64');
    const how = {
      delimiter: mapping.delimiter,
      required: columnsOf(mapping),
      what: 'CSV file of this mapping',
    };
    for await (const row of readCsv(file, how, options.header))
      yield Object.assign(row, { reading });
  },
  stage(row, batch, options) {
    const mapping = mappingIn(options);
    const claim = claimRowOf(row, mapping);
    if (!stageClaimRow(batch, mapping.dataset.name, claim, options))
      throw new RowRefused(
        'REPEATED_ID',
        mapping.id.column,
        claim.key.value,
        'A row of this id stands above; this one was left out.',
      );
  },
  writes: claimRowWrites,
};

const known = new WeakMap<object, Mapping>();

/** Read once, however many rows there are. */
function mappingIn({ more }: FormatOptions): Mapping {
  if (more === null || typeof more !== 'object')
    throw new FileRefused(
      'A CSV file of your own needs a mapping: --map mapping.json. --guess writes a first one.',
    );
  const mapping = known.get(more) ?? readMapping(more);
  known.set(more, mapping);
  return mapping;
}
