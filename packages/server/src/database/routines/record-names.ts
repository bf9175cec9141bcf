import { statementTriggers } from './statement-triggers.ts';

const ownerTables = ['source', 'faction', 'location'];

const updateNames = (owner: string): string => `
  changed := null;
  if tg_op <> 'INSERT' then
    changed := array(select ${owner}_id from old_rows where ${owner}_id is not null);
  end if;
  if tg_op <> 'DELETE' then
    changed := changed || array(select ${owner}_id from new_rows where ${owner}_id is not null);
  end if;
  if cardinality(changed) > 0 then
    execute $sql$
      update ${owner} r set name = n.text
      from (
        select distinct on (${owner}_id) ${owner}_id as id, text from name
        where ${owner}_id = any ($1)
        order by ${owner}_id, (kind = 'PRIMARY') desc nulls last, position, id
      ) n
      where r.id = n.id and r.name is distinct from n.text
    $sql$ using changed;
  end if;`;

/**
 * `name` of a record: its first primary name, or else its first name; the last one if none is left.
 */
export const recordNameFunctions = `
create or replace function maintain_record_name() returns trigger language plpgsql as $$
declare
  changed uuid[];
begin
${ownerTables.map(updateNames).join('')}
  return null;
end $$;
`;

export const recordNameTriggers = statementTriggers('name', 'maintain_record_name');
