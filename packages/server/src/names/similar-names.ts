import { compile, join, raw, type Sql, sql } from '../compiler/sql.ts';
import type { Tx } from '../history/write.ts';
import { labelOf } from '../locations/within.ts';
import { notWithdrawn } from '../records/record.entity.ts';
import type { Candidate } from '../values/errors.ts';
import { idOf } from '../values/ids.ts';
import { type NamedType, recordTypes } from '../values/record-types.ts';
import { nameCandidates } from './name-candidates.ts';
import { NameMatch } from './search.enums.ts';

/** The most names of one write that candidates are offered for, and how many for each. */
const maxNames = 10;
const maxCandidates = 5;

/** Below this score, names rarely mean the same. */
const minScore = 0.45;

const labelOfType = (type: NamedType): Sql =>
  type === 'Location' ? labelOf(raw('r')) : raw('r.name');

/**
 * The records of a type whose names are most like each of these names, by the rules of `search`. A
 * name without candidates is left out, and so are the names after the first ten.
 */
export async function findSimilarNames(
  { manager }: Tx,
  type: NamedType,
  names: readonly string[],
): Promise<Map<string, Candidate[]>> {
  const found = new Map<string, Candidate[]>();
  const candidates = names.slice(0, maxNames).map((name) => candidatesFor(type, name));
  const { text, params } = compile(
    sql`select * from (${join(candidates, ' union all ')}) c order by c.score desc, c.key`,
  );
  const rows: (Candidate & { wanted: string; key: string })[] = await manager.query(
    text,
    params.map(({ value }) => value),
  );
  for (const { wanted, key, label, name, rule } of rows)
    found.set(wanted, [...(found.get(wanted) ?? []), { id: idOf(type, key), label, name, rule }]);
  return found;
}

function candidatesFor(type: NamedType, wanted: string): Sql {
  const { table, enum: value } = recordTypes[type];
  // A label such as "Zayzun, Mzeireb, Daraa" starts with a name.
  const name = type === 'Location' ? wanted.replace(/(?<=\S)\s*[,،].*/s, '') : wanted;
  const text = { alternatives: [], name, excluded: [] };
  return sql`(
    with search_form as materialized (select * from search_keys(${name}::text, '{}'::text[])),
    candidate as (${nameCandidates([value], NameMatch.SCRIPT, name, text)}),
    best_name as (
      select distinct on (owner_id) owner_id, name_id, rule, score from candidate
      where score >= ${minScore}::float8 order by owner_id, score desc, name_id)
    select ${wanted}::text as wanted, r.id as key, ${labelOfType(type)} as label, n.text as name,
      b.rule, b.score
    from best_name b join ${raw(table)} r on r.id = b.owner_id join name n on n.id = b.name_id
    where ${notWithdrawn(raw('r'))}
    order by b.score desc, r.id limit ${maxCandidates}::int)`;
}

/** The labels of records of a type, by their keys. */
export async function findLabels(
  { manager }: Tx,
  type: NamedType,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const { text, params } = compile(sql`
    select r.id as key, ${labelOfType(type)} as label from ${raw(recordTypes[type].table)} r
    where r.id = any(${keys}::uuid[])`);
  const rows: { key: string; label: string }[] = await manager.query(
    text,
    params.map(({ value }) => value),
  );
  return new Map(rows.map(({ key, label }) => [key, label]));
}
