-- How answers write a text and a time as JSON. PostgreSQL inlines both functions.

-- json_scalar, new in PostgreSQL 17, costs a third of to_json, which looks up the type on each
-- call.
do $do$ begin
  execute format(
    'create or replace function json_text(value text) returns text '
    'stable parallel safe language sql as $f$ select %s(value)::text $f$',
    case when current_setting('server_version_num')::int < 170000 then 'to_json'
      else 'json_scalar' end);
end $do$;

-- RFC 3339 in UTC, to the microsecond, in quotation marks.
create or replace function json_time(at timestamptz) returns text
stable parallel safe language sql as $$
  select to_char(at at time zone 'UTC', '\"YYYY-MM-DD"T"HH24:MI:SS.US"Z"\"')
$$;

-- The answer to a write. A write that is answered with more reads its answer before it commits.
create or replace function short_answer(answer text, longest int) returns text
immutable language plpgsql as $$
begin
  if octet_length(answer) <= longest then return answer; end if;
  raise exception 'The answer is too long.' using errcode = 'CL001';
end $$;
