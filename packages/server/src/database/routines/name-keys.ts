import { wordFunctions } from '../../names/full-text.ts';
import { keyFunctions } from '../../names/keys.ts';
import { placeFunctions } from '../../names/places.ts';

const columns = [
  'type',
  'owner_id',
  'weak',
  'arabic',
  'exact',
  'spelled',
  'solid',
  'skeleton',
  'stem',
];

/** The keys of names, from any table of the shape of `name`. */
const keysOf = (names: string) => `
    insert into name_key as kept (name_id, form, ${columns.join(', ')})
    select n.id, k.form, case when n.source_id is not null then 'SOURCE' when n.faction_id is not null then 'FACTION' else 'LOCATION' end,
      coalesce(n.source_id, n.faction_id, n.location_id), n.kind = 'WEAK', k.arabic, k.exact, k.spelled, k.solid, k.skeleton, k.stem
    from ${names} n cross join lateral name_keys(n.text) k`;

/** name_key: what each name is found by. */
export const nameKeyFunctions = `${keyFunctions}${wordFunctions}${placeFunctions}
create or replace function keep_name_keys() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from name_key k using old_rows o left join new_rows n using (id)
    where k.name_id = o.id and (n.text, n.kind, n.source_id, n.faction_id, n.location_id) is distinct from (o.text, o.kind, o.source_id, o.faction_id, o.location_id);
  elsif tg_op = 'DELETE' then
    delete from name_key k using old_rows o where k.name_id = o.id;
  end if;
  if tg_op <> 'DELETE' then${keysOf('new_rows')}
    on conflict do nothing;
  end if;
  return null;
end $$;

-- All of it anew, where a rule has changed.
create or replace function settle_name_keys() returns void language plpgsql as $$
begin
  delete from name_key k where not exists (select from name n cross join lateral name_keys(n.text) a where n.id = k.name_id and a.form = k.form);${keysOf('name')}
  on conflict (name_id, form) do update set (${columns.join(', ')}) = row(${columns.map((column) => `excluded.${column}`).join(', ')})
    where (${columns.map((column) => `kept.${column}`).join(', ')}) is distinct from (${columns.map((column) => `excluded.${column}`).join(', ')});
end $$;
`;

export const nameKeyTriggers = `
create or replace trigger keep_name_keys_insert after insert on name
  referencing new table as new_rows for each statement execute function keep_name_keys();
create or replace trigger keep_name_keys_update after update on name
  referencing old table as old_rows new table as new_rows for each statement execute function keep_name_keys();
create or replace trigger keep_name_keys_delete after delete on name
  referencing old table as old_rows for each statement execute function keep_name_keys();
do $$ begin perform settle_name_keys(); end $$;
`;
