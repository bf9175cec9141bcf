/** What answers are written with. */
export const jsonFunctions = `
-- A text as JSON. PostgreSQL puts the body where the call stands. json_scalar, from 17 on, costs a third of to_json, which finds out anew at each call what a text is.
do $do$ begin
  execute format('create or replace function json_text(value text) returns text stable parallel safe language sql as $f$ select %s(value)::text $f$',
    case when current_setting('server_version_num')::int < 170000 then 'to_json' else 'json_scalar' end);
end $do$;
`;
