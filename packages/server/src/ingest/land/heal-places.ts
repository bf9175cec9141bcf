import type pg from 'pg';
import { giveWay } from '../dry-run.ts';
import type { ShortWrite } from '../short-write.ts';
import { clearShare, minLikeness } from './match-places.ts';

const codeSystem = 'ocha-pcode';

/** Whether a person decided a field of a record. Few records have been written by a person. */
const isDecided = (type: string, id: string, field: string): string => `(
            exists (
              select from revision v
              where v.record_id = ${id} and not is_import(v.action, 'gazetteer')
            )
            and exists (
              select from decided_fields('${type}', array[${id}], 'gazetteer') f
              where f.field = '${field}'
            )
          )`;

/**
 * Places `u` that imports created because no gazetteer had them yet, and that no person has
 * touched: neither the place, nor its matches, nor where a record refers to it.
 */
const healable = `
  select u.*
  from location u
  where u.withdrawn_at is null
    and exists (
      select from import_match m
      where m.record_type = 'location' and m.record_id = u.id and m.how = 'CREATED'
    )
    and not exists (
      select from import_match m
      where m.record_type = 'location' and m.record_id = u.id and m.how in ('MATCHED', 'UNMATCHED')
    )
    and not exists (
      select from external_id e where e.location_id = u.id and e.system = '${codeSystem}'
    )
    and not exists (
      select from revision r where r.record_id = u.id and r.action not like 'import %'
    )
    and not exists (
      select from claim_place p
      where p.location_id = u.id
        and (
          not exists (select from import_row i where i.record_id = p.claim_id)
          or ${isDecided('CLAIM', 'p.claim_id', 'places')}
        )
    )
    and not exists (
      select from location c
      where c.parent_id = u.id and ${isDecided('LOCATION', 'c.id', 'parent')}
    )
    and not exists (select from report r where r.dateline_id = u.id)
    and not exists (select from source s where s.based_in_id = u.id)
    and not exists (select from location_also_in a where u.id in (a.location_id, a.area_id))
    and not exists (select from location_overlap o where u.id in (o.low_id, o.high_id))`;

/** The areas of a healable place: as in `match-places.ts`, but in the ledger. */
const ancestor = (kinds: string): string => `(
      select a.id from location_within w join location a on a.id = w.ancestor_id
      where w.location_id = u.id and w.depth > 0 and a.kind in (${kinds})
      order by a.kind = 'COUNTRY', w.depth limit 1
    )`;

/** Finds the gazetteer's place for each healable place of some kinds, by name and point. */
const findByName = (kinds: string): string => `
  truncate stage_place, stage_match;
  insert into stage_place
  select
    row_number() over (), u.id, u.name,
    (select array_agg(n.text order by n.position) from name n
      where n.location_id = u.id and n.kind <> 'WEAK'),
    case
      when u.kind in ('COMMUNITY', 'NEIGHBOURHOOD') then '{COMMUNITY,NEIGHBOURHOOD}'::text[]
      else array[u.kind]
    end,
    u.point_lat, u.point_lon, '{}',
    case when u.point_lat is null then ${ancestor(`'GOVERNORATE', 'COUNTRY'`)} end,
    case when part.id is not null then part.kind end,
    part.id, null, '${codeSystem}', u.id
  from (${healable}
    and u.kind in (${kinds})
  ) u
  left join lateral (
    select a.id, a.kind from location_within w join location a on a.id = w.ancestor_id
    where w.location_id = u.id and w.depth > 0 and a.kind in ('DISTRICT', 'SUBDISTRICT')
    order by w.depth limit 1
  ) part on true
  where u.point_lat is not null or ${ancestor(`'GOVERNORATE', 'COUNTRY'`)} is not null;
  analyze stage_place;
  insert into stage_match select * from match_places('stage_place');
  insert into stage_resolved (type, id, real_id, how, detail)
  select
    'location', p.id, m.location_id,
    case when p.lat is null then 'NAME_' else 'NAME_AND_POINT_' end || m.rule,
    concat_ws(
      ', ', n.text, 'score ' || round(m.score::numeric, 2), round(m.km::numeric, 1) || ' km'
    )
  from stage_match m
  join stage_place p on p.row_id = m.row_id
  left join name n on n.id = m.name_id
  where m.verdict = 'MATCHED';`;

/**
 * Finds the gazetteer's unit for each healable unit of a kind, by where the places lie that the
 * same data set names inside it: their keys begin with that of the unit.
 */
const findByPlaces = (kinds: string): string => `
  insert into stage_resolved (type, id, real_id, how, detail)
  with unit as materialized (
    select u.id, u.kind, m.system, m.value
    from (${healable}
      and u.kind in (${kinds})
    ) u
    join import_match m on m.record_type = 'location' and m.record_id = u.id
    where not exists (select from stage_resolved d where d.type = 'location' and d.id = u.id)
  ), member as materialized (
    select distinct u.id, i.record_id, a.id as area_id
    from unit u
    join import_match i on i.record_type = 'location' and i.system = u.system
      and starts_with(i.value, u.value || '|')
    join location_within w on w.location_id = i.record_id and w.depth > 0
    join location a on a.id = w.ancestor_id and a.kind = u.kind and a.id <> u.id
      and a.withdrawn_at is null
    join external_id e on e.location_id = a.id and e.system = '${codeSystem}'
  ), fit as (
    select m.id, m.area_id, count(*) as places, (
        select count(distinct o.record_id) from member o where o.id = m.id
      ) as of_places
    from member m
    group by m.id, m.area_id
  )
  select 'location', f.id, f.area_id, 'NAME_AND_PLACES',
    concat_ws(', ', a.name, f.places || ' of ' || f.of_places || ' places')
  from fit f
  join location a on a.id = f.area_id
  where f.places >= ${clearShare} * f.of_places
    and place_likeness(
      array(select n.text from name n where n.location_id = f.id and n.kind <> 'WEAK'), f.area_id
    ) >= ${minLikeness};`;

/**
 * Puts the gazetteer's place in place of each place that was found. Its record is withdrawn with
 * the reason, and claimgraph unmatch restores it.
 */
const applyFound = `
  delete from stage_resolved d
  where d.real_id = d.id or exists (
    select from location_within w where w.location_id = d.real_id and w.ancestor_id = d.id
  );
  update claim_place p set location_id = d.real_id
  from stage_resolved d where p.location_id = d.id;
  update location l set parent_id = d.real_id
  from stage_resolved d where l.parent_id = d.id;
  update import_match m set record_id = d.real_id, how = d.how, detail = d.detail
  from stage_resolved d where m.record_type = 'location' and m.record_id = d.id;
  insert into name (id, text, language, script, scheme, kind, position, location_id)
  select
    md5(n.id::text || d.real_id)::uuid, n.text, n.language, n.script, n.scheme, 'ALIAS',
    o.next_position + row_number() over (partition by d.real_id order by n.position, n.id) - 1,
    d.real_id
  from stage_resolved d
  join name n on n.location_id = d.id and n.kind <> 'WEAK'
  join lateral (
    select coalesce(max(p.position) + 1, 0) as next_position, count(*) as names
    from name p where p.location_id = d.real_id
  ) o on o.names < 100
  where not exists (
    select from name t join name_key k on k.name_id = t.id
    join name_key h on h.name_id = n.id and h.exact = k.exact and h.form = 0 and k.form = 0
    where t.location_id = d.real_id
  )
  on conflict do nothing;
  update location u
  set withdrawn_at = write_time(), withdrawn_by = 'import',
    withdrawn_rationale = 'A gazetteer that was imported later has this place: ' || a.name || '.'
  from stage_resolved d
  join location a on a.id = d.real_id
  where u.id = d.id;
  truncate stage_resolved;`;

const rounds = [
  `'GOVERNORATE'`,
  `'DISTRICT'`,
  `'SUBDISTRICT'`,
  `'COMMUNITY', 'NEIGHBOURHOOD', 'FACILITY', 'CROSSING', 'ROAD', 'NATURAL_FEATURE'`,
];

/** How many places are replaced in one write. */
const maxPlaces = 100;

/**
 * Heals matches that were made before a gazetteer was imported: a place that an import had created
 * is replaced by the gazetteer's, where it is clear that both are one. Others stay as they are, see
 * `claimgraph matches --duplicates`. The staging tables of the import exist already.
 *
 * Finding takes longer than writing. So other writes go on meanwhile, and what they have changed is
 * looked at again.
 */
export async function healPlaces(
  client: pg.ClientBase,
  write: ShortWrite,
  dryRun: boolean,
): Promise<void> {
  for (const kinds of rounds) {
    const found = await findPlaces(client, kinds, dryRun);
    for (let start = 0; start < found.length; start += maxPlaces) {
      const part = JSON.stringify(found.slice(start, start + maxPlaces));
      await write(async () => {
        await client.query(stageFound, [part]);
        await client.query(dropChanged);
        await client.query(applyFound);
      });
      if (dryRun) await giveWay(client);
    }
  }
}

/** The rows of `stage_resolved` for the healable places of some kinds. */
async function findPlaces(
  client: pg.ClientBase,
  kinds: string,
  dryRun: boolean,
): Promise<object[]> {
  if (!dryRun) await client.query('begin');
  await client.query('truncate stage_resolved');
  await client.query(findByName(kinds));
  if (!kinds.includes('COMMUNITY')) await client.query(findByPlaces(kinds));
  const { rows } = await client.query(
    'select type, id, real_id, how, detail from stage_resolved order by id',
  );
  await client.query('truncate stage_resolved');
  if (!dryRun) await client.query('rollback');
  return rows;
}

const stageFound = `
  insert into stage_resolved (type, id, real_id, how, detail)
  select type, id, real_id, how, detail
  from jsonb_to_recordset($1) as f(type text, id uuid, real_id uuid, how text, detail text)`;

/** Removes the places that a person has touched since they were found. */
const dropChanged = `
  delete from stage_resolved d
  where not exists (${healable}
      and u.id = d.id)
    or exists (
      select from location a where a.id = d.real_id and a.withdrawn_at is not null
    )`;
