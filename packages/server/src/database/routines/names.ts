const owners = ['source', 'faction', 'location'];

/** The name that a record goes by is its first primary one, else its first; a record left without any keeps the one it had. */
export const nameFunctions = `
create or replace function keep_names() returns trigger language plpgsql as $$
declare
  changed uuid[];
begin
${owners
  .map(
    (owner) => `
  changed := null;
  if tg_op <> 'INSERT' then changed := array(select ${owner}_id from old_rows where ${owner}_id is not null); end if;
  if tg_op <> 'DELETE' then changed := changed || array(select ${owner}_id from new_rows where ${owner}_id is not null); end if;
  if cardinality(changed) > 0 then
    execute $sql$
      update ${owner} r set name = n.text
      from (
        select distinct on (${owner}_id) ${owner}_id as id, text from name where ${owner}_id = any ($1)
        order by ${owner}_id, (kind = 'PRIMARY') desc nulls last, position, id
      ) n
      where r.id = n.id and r.name is distinct from n.text
    $sql$ using changed;
  end if;`,
  )
  .join('')}
  return null;
end $$;
`;

export const nameTriggers = `
create or replace trigger keep_names_insert after insert on name
  referencing new table as new_rows for each statement execute function keep_names();
create or replace trigger keep_names_update after update on name
  referencing old table as old_rows new table as new_rows for each statement execute function keep_names();
create or replace trigger keep_names_delete after delete on name
  referencing old table as old_rows for each statement execute function keep_names();
`;
