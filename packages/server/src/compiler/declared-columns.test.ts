import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isObjectType } from 'graphql';
import type { DataSource } from 'typeorm';
import { dataSource } from '../database/data-source.ts';
import { schemaOf } from '../schema.ts';
import { scratchDatabase } from '../testing/scratch.ts';
import { FilterContext } from './filter.ts';
import { type FieldMap, Mapping, ownerCondition } from './mapping.ts';
import { classOfType } from './published-types.ts';
import { columnsRead, raw, type Sql } from './sql.ts';

const schema = await schemaOf();
let database: DataSource;
beforeAll(async () => {
  database = await dataSource(await scratchDatabase()).initialize();
});
afterAll(() => database?.destroy());

const [row, other] = [raw('t0'), raw('t1')];

/** The SQL that reads a field from its row. */
function readersOf(field: FieldMap): Sql[] {
  switch (field.kind) {
    case 'leaf':
      return [field.value(row)];
    case 'embedded':
      return [field.isPresent(row)];
    case 'one':
      return [field.join.on(row, other)];
    case 'oneOf':
      return [...field.choices.values()].map((each) => each.on(row, other));
    case 'many':
      return [ownerCondition(field.relation, row, other)];
    case 'summaryRows':
      return [];
    case 'summary': {
      const args = { countOnce: 'SAME_EVENT', first: 1 } as never;
      return [field.with(row, args, new FilterContext('t0', []), () => true)];
    }
    default: {
      const rows = field.rows?.(row, other, {} as never, new FilterContext('t0', []));
      return rows ? [rows.from, rows.where] : [];
    }
  }
}

test('every field names the columns that it reads, so that a page carries no others', () => {
  const mapping = new Mapping(database);
  const types = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => mapping.entity(name) || classOfType(name));
  const fields = types.flatMap((type) =>
    Object.keys(type.getFields()).map((name) => ({
      name: `${type.name}.${name}`,
      readers: readersOf(mapping.shape(type.name).field(name)),
    })),
  );
  expect(fields.length).toBeGreaterThan(150);
  const unknown = fields.filter(({ readers }) => !columnsRead(row, readers));
  expect(unknown.map(({ name }) => name)).toEqual([]);
});
