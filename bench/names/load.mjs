import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from './csv.mjs';

/**
 * Writes the gazetteer into an empty ledger, as one write: a country, three levels of areas, and
 * communities with their English and Arabic names.
 */
export async function loadGazetteer(client, data, { arabic = true, english = true } = {}) {
  const rows = readCsv(readFileSync(join(data, 'gazetteer-syria/syria_communities.csv'), 'utf8'));
  await client.query('begin');
  await client.query('select open_write($1, $2)', ['bench', 'gazetteer']);
  await client.query('set local statement_timeout = 0');
  await client.query(
    `create temp table row on commit drop as select * from jsonb_to_recordset($1::jsonb) as r(pcode
      text, name_en text, name_ar text,
      adm1_pcode text, adm1_en text, adm1_ar text, adm2_pcode text, adm2_en text, adm2_ar text,
        adm3_pcode text, adm3_en text, adm3_ar text, latitude float8, longitude float8)`,
    [JSON.stringify(rows)],
  );
  await client.query(`
    create temp table unit on commit drop as
    select distinct on (code) code, gen_random_uuid() as id, kind, up, en, ar, lat, lon from (
      select 'SY' as code, 'COUNTRY' as kind, null as up, 'Syria' as en, 'سوريا' as ar, null::float8
        as lat, null::float8 as lon, 0 as level
      union all select adm1_pcode, 'GOVERNORATE', 'SY', adm1_en, adm1_ar, null, null, 1 from row
      union all select adm2_pcode, 'DISTRICT', adm1_pcode, adm2_en, adm2_ar, null, null, 2 from row
      union all select adm3_pcode, 'SUBDISTRICT', adm2_pcode, adm3_en, adm3_ar, null, null, 3
        from row
      union all select pcode, 'COMMUNITY', case when adm3_pcode = '' then adm2_pcode
        else adm3_pcode end, name_en, name_ar, latitude, longitude, 4 from row
    ) u where code <> '' order by code, level, en;
    insert into location (id, kind, name, parent_id, point_lat, point_lon)
      select u.id, u.kind, u.en, p.id, u.lat, u.lon from unit u left join unit p on p.code = u.up
      order by array_position(array['COUNTRY', 'GOVERNORATE', 'DISTRICT', 'SUBDISTRICT',
        'COMMUNITY'], u.kind);
    insert into external_id (id, system, value, location_id) select gen_random_uuid(), 'ocha-pcode',
      code, id from unit;`);
  const names = [english && `(en, 'en', 'Latn', 0)`, arabic && `(ar, 'ar', 'Arab', 1)`]
    .filter(Boolean)
    .join();
  await client.query(`insert into name (id, text, language, script, scheme, kind, position,
    location_id)
    select gen_random_uuid(), n.text, n.language, n.script, 'OCHA', case n.position when 0
      then 'PRIMARY' else 'ALIAS' end, n.position, u.id
    from unit u cross join lateral (values ${names}) as n(text, language, script, position)
      where n.text <> ''`);
  await client.query('select close_write()');
  await client.query('commit');
  await client.query('vacuum analyze');
}
