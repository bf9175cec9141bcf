import { kindsByLevel } from '../gazetteer/p-codes.ts';

/** The level of a kind of administrative unit: the country has 1. Null: it is something else. */
const levelOf = (kind: string): string =>
  `array_position(array[${kindsByLevel.map((each) => `'${each}'`).join(', ')}], ${kind})`;

/**
 * SQL that puts places into other areas than before. A place whose area a person decided stays
 * there. The difference is listed as a conflict if the batch is about the place.
 *
 * @param changes Selects the ids of places and of their areas.
 */
const moveInto = (changes: string): string => `
  with change(id, parent_id) as materialized (${changes}
  ), decided as materialized (
    select f.record_id as id
    from decided_fields('LOCATION', array(
      select c.id from change c
      where exists (
        select from revision r where r.record_id = c.id and not is_import(r.action, 'gazetteer')
      )
    ), 'gazetteer') f
    where f.field = 'parent'
  ), listed as (
    insert into stage_conflict (type, id, field, value, file_value, rows)
    select 'location', c.id, 'parent', field_value('LOCATION', c.id, 'parent'),
      to_jsonb('loc_' || c.parent_id),
      jsonb_build_object('mode', 'SET', 'tables', jsonb_build_array(jsonb_build_object(
        'table', 'location', 'owner', 'id', 'rows', jsonb_build_array(
          jsonb_build_object('id', c.id, 'parent_id', c.parent_id)))))
    from change c
    where c.id in (select d.id from decided d)
      and c.id in (
        select h.id from stage_hierarchy h union select w.location_id from import_parent w
      )
      and not exists (select from stage_skip k where k.id = c.id)
      and not exists (
        select from stage_conflict s
        where s.type = 'location' and s.id = c.id and s.field = 'parent'
      )
  )
  update location l
  set parent_id = c.parent_id
  from change c
  where l.id = c.id and not exists (select from decided d where d.id = c.id);`;

/**
 * Where the codes of a level end, by the length of the code. The codes of the Philippines (PSGC)
 * are filled with zeros: PH0102800000 lies in PH0100000000. They changed from 9 digits to 10.
 */
const paddedLengths: Readonly<Record<string, string>> = {
  11: '{4,6,8}',
  12: '{4,7,9}',
};

/** A part of a code, filled with zeros. Null: the code is not of this form. */
const paddedCode = (code: string, length: string): string => {
  const cases = Object.entries(paddedLengths).map(
    ([whole, parts]) => `when ${whole} then ${length} = any ('${parts}'::int[])`,
  );
  return `case when ${code} ~ '^PH[0-9]+$'
        and case char_length(${code}) ${cases.join(' ')} else false end
        then rpad(left(${code}, ${length}), char_length(${code}), '0') end`;
};

/**
 * Completes the hierarchy of the units of a gazetteer, in any order of rows and files:
 *
 * 1. A unit whose row names a parent that is not in the ledger waits for it in `import_parent`, and
 *    is put into it once it is imported.
 * 2. A unit whose row names no parent, or whose parent is not its next larger level, is put into
 *    the unit with the longest code that its own code begins with, if that is certain.
 * 3. A unit that has no parent after that is put into its country.
 */
export const completeHierarchy = `
  update stage_hierarchy h set id = d.real_id
  from stage_resolved d where d.type = 'location' and d.id = h.id and d.id <> d.real_id;
  update stage_hierarchy h set country_id = d.real_id
  from stage_resolved d where d.type = 'location' and d.id = h.country_id and d.id <> d.real_id;

  insert into import_parent as w (location_id, system, code)
  select distinct on (h.id) h.id, h.system, h.parent_code
  from stage_hierarchy h
  where h.parent_code is not null
    and not exists (
      select from external_id e
      where e.system = h.system and e.value = h.parent_code and e.location_id is not null
    )
  order by h.id, h.parent_code
  on conflict (location_id) do update set system = excluded.system, code = excluded.code;

  ${moveInto(`
    select distinct on (l.id) l.id, p.id
    from location l
    join import_parent w on w.location_id = l.id
    join external_id e on e.system = w.system and e.value = w.code
  join location p on p.id = e.location_id
  where ${levelOf('p.kind')} < ${levelOf('l.kind')}
    and l.parent_id is distinct from p.id
    and not exists (
      select from location o
      where o.id = l.parent_id and ${levelOf('o.kind')} > ${levelOf('p.kind')}
    )
    order by l.id, p.id`)}

  delete from import_parent w
  using external_id e
  where e.system = w.system and e.value = w.code and e.location_id is not null;

  ${moveInto(`
  -- A code begins with that of its parent for certain if all codes of the level have one length:
  -- XX121 may lie in XX1 or in XX12.
  with level as materialized (
    select e.system, left(e.value, 2) as country, p.kind,
      count(distinct char_length(e.value)) = 1
        and (count(*) > 1 or min(char_length(e.value)) > 3) as is_certain
    from external_id e join location p on p.id = e.location_id
    where e.system in (select system from stage_hierarchy) and p.withdrawn_at is null
    group by e.system, left(e.value, 2), p.kind
  )
  select u.id, coalesce(area.id, u.parent_id, unit.country_id)
  from (
    select distinct on (c.location_id) c.location_id, c.system, c.value as code, h.country_id
    from external_id c
    left join stage_hierarchy h on h.id = c.location_id
    where c.location_id is not null
      and c.system in (select system from stage_hierarchy)
    order by c.location_id, h.country_id, char_length(c.value) desc, c.value
  ) unit
  join location u on u.id = unit.location_id
  left join location o on o.id = u.parent_id
  left join lateral (
    select p.id
    from generate_series(char_length(unit.code) - 1, 2, -1) length
    join external_id e on e.system = unit.system and e.value in (
      left(unit.code, length), ${paddedCode('unit.code', 'length')})
      and e.value <> unit.code
    join location p on p.id = e.location_id and p.withdrawn_at is null
    where ${levelOf('p.kind')} < ${levelOf('u.kind')}
      and (p.kind = 'COUNTRY' or e.value <> left(unit.code, length) or exists (
        select from level
        where level.system = e.system and level.country = left(e.value, 2)
          and level.kind = p.kind and level.is_certain))
      and (o.id is null or ${levelOf('p.kind')} > ${levelOf('o.kind')})
    order by length desc
    limit 1
  ) area on true
  where u.kind <> 'COUNTRY'
    and (o.id is null or ${levelOf('u.kind')} - ${levelOf('o.kind')} > 1)
    and coalesce(area.id, u.parent_id, unit.country_id) is distinct from u.parent_id
    and coalesce(area.id, u.parent_id, unit.country_id) <> u.id`)}`;

/**
 * The units of a batch for which nothing says which unit of the next larger level they lie in: with
 * the line of each and what it was put into.
 */
export const unplacedUnits = `
  select r.line, h.code, p.name as area
  from stage_hierarchy h
  join location l on l.id = h.id
  left join location p on p.id = l.parent_id
  join stage_row r on r.type = 'location' and r.record_id = h.id
  where h.parent_code is null and ${levelOf('l.kind')} > 2
    and (p.id is null or ${levelOf('l.kind')} - ${levelOf('p.kind')} > 1)
  order by r.line`;
