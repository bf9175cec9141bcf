import { normalizeForComparisonSql } from '../normalize.ts';
import { matchPlaces } from './places.ts';
import type { Shape } from './shapes.ts';
import { recordTables } from './writes.ts';

const unresolved =
  'not exists (select from stage_resolved d where d.type = r.type and d.id = r.id)';

/** Those that bear their id in the other system, or were found by their key before. */
const byKey = recordTables
  .map(
    (type) => `
    insert into stage_resolved (type, id, real_id, how)
    select distinct r.type, r.id, e.${type}_id, 'EXTERNAL_ID' from stage_record r join external_id e on e.system = r.system and e.value = r.value
    where r.type = '${type}' and e.${type}_id is not null and (r.external or e.system = r.system);`,
  )
  .join('');

/** An only bearer of exactly that name, in any letter case. Two bearers: none is taken. Whoever bears another id of the system is somebody else. */
const byName = (type: 'source' | 'faction'): string => `
    insert into stage_resolved (type, id, real_id, how, detail)
    select r.type, r.id, (array_agg(distinct c.id))[1], 'EXACT_NAME', min(n.text)
    from stage_record r join name n on n.${type}_id is not null and ${normalizeForComparisonSql('n.text')} = ${normalizeForComparisonSql('r.name')}
    join ${type} c on c.id = n.${type}_id and c.withdrawn_at is null
    where r.type = '${type}' and r.name is not null and n.kind <> 'WEAK' and ${unresolved}
      and not (r.external and exists (select from external_id x where x.${type}_id = c.id and x.system = r.system))
    group by r.type, r.id having count(distinct c.id) = 1;`;

/** Or whoever bears that name in the same batch and an id in the other system: a member of a coalition may be there by itself too. */
const bySame = (type: 'source' | 'faction'): string => `
    insert into stage_resolved (type, id, real_id, how, detail)
    select r.type, r.id, (array_agg(d.real_id))[1], 'EXACT_NAME', min(o.name) from stage_record r
    join stage_record o on o.type = r.type and o.external and lower(o.name) = lower(r.name) join stage_resolved d on d.type = o.type and d.id = o.id
    where r.type = '${type}' and not r.external and r.name is not null and ${unresolved}
    group by r.type, r.id having count(distinct d.real_id) = 1;`;

/** Which staged ids are records that are there: by external id, by key, by name; the rest will be new. */
export const resolve = `${byKey}
    insert into stage_resolved (type, id, real_id, how)
    select distinct r.type, r.id, m.record_id, 'KEY' from stage_record r join import_match m on m.record_type = r.type and m.system = r.system and m.value = r.value
    where ${unresolved};
    insert into stage_resolved (type, id, real_id, how) select r.type, r.id, r.id, 'ID' from stage_record r where r.system is null;
    analyze stage_resolved;
${byName('source')}${byName('faction')}
${matchPlaces}
    insert into stage_resolved (type, id, real_id, how) select r.type, r.id, r.id, 'CREATED' from stage_record r where r.external and not r.optional and ${unresolved};
${bySame('source')}${bySame('faction')}
    insert into stage_resolved (type, id, real_id, how, detail) select r.type, r.id, r.id, 'CREATED', r.unclear from stage_record r where not r.optional and ${unresolved};
    insert into stage_resolved (type, id, real_id, how) select distinct r.type, r.id, null::uuid, 'MISSING' from stage_record r where ${unresolved};
    ${recordTables
      .map(
        (type) =>
          `update stage_resolved d set is_new = d.real_id is not null and not exists (select from ${type} t where t.id = d.real_id) where d.type = '${type}';`,
      )
      .join('\n    ')}
    analyze stage_resolved;`;

/** Puts the ids of records that are there in the place of those they were staged by. */
export const rewrite = (shapes: readonly Shape[]): string =>
  shapes
    .flatMap(({ table, refs }) => [
      ...((recordTables as readonly string[]).includes(table)
        ? [replaced(table, 'id', table)]
        : []),
      ...[...refs]
        .filter(([, to]) => (recordTables as readonly string[]).includes(to))
        .map(([column, to]) => replaced(table, column, to)),
    ])
    .concat(
      recordTables.map((type) => `${replaced('row', 'record_id', type)} and s.type = '${type}'`),
    )
    .join(';\n');

const replaced = (table: string, column: string, type: string): string =>
  `update stage_${table} s set "${column}" = d.real_id from stage_resolved d where d.type = '${type}' and d.id = s."${column}" and d.id is distinct from d.real_id`;

/** What matched how, kept so that the next batch finds it by its key, and a person can undo it. */
export const keepMatches = `
    insert into import_match (id, record_type, system, value, record_id, how, detail)
    select r.id, r.type, r.system, r.value, d.real_id, d.how, d.detail from stage_record r join stage_resolved d using (type, id)
    where r.system is not null and d.how not in ('EXTERNAL_ID', 'KEY', 'ID', 'MISSING') and not r.optional and not (r.external and d.how = 'CREATED')
    on conflict do nothing`;

/** A record that was found by something else than this id, or is new, bears it from now on. */
export const keepExternalIds = recordTables
  .map(
    (type) => `
    insert into external_id (id, system, value, ${type}_id)
    select r.id, r.system, r.value, d.real_id from stage_record r join stage_resolved d using (type, id)
    where r.type = '${type}' and r.external and d.how not in ('EXTERNAL_ID', 'MISSING') and not r.optional on conflict do nothing;`,
  )
  .join('');
