/** The chain: each write's hash vouches for its revisions and for the write before it, and what is in the log stays there. */
export const chainFunctions = `
-- What a write's link vouches for; a JSON array a line, so that no text can pass for two.
create or replace function write_digest(seq bigint) returns bytea stable language plpgsql as $$
declare
  head record;
  body text;
  iso constant text := 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';
begin
  select w.* into head from write_log w where w.seq = write_digest.seq;
  select string_agg(format(E'\\n["%s", "%s", %s, "%s", "%s", %s, %s]', r.record_type, r.record_id, r.version, r.change,
      to_char(r.at at time zone 'UTC', iso), to_json(r.by), to_json(r.action)), '' order by r.record_type collate "C", r.record_id, r.version)
    into body from revision r where r.seq = write_digest.seq;
  return sha256(coalesce(head.previous_hash, '') || convert_to(format('[%s, "%s", %s, %s]%s', head.seq,
    to_char(head.at at time zone 'UTC', iso), to_json(head."by"), to_json(head.action), body), 'UTF8'));
end $$;

-- The links that do not hold, in order; none when nobody touched the log.
create or replace function broken_writes() returns table (seq bigint, problem text) stable language plpgsql as $$
begin
  return query
  select w.seq, case when w.hash is null then 'not closed' when w.previous_hash is distinct from w.before then 'does not follow the write before'
    else 'was changed' end
  from (select l.*, lag(l.hash) over (order by l.seq) as before from write_log l) w
  where w.hash is null or w.previous_hash is distinct from w.before or w.hash <> write_digest(w.seq)
  order by w.seq;
end $$;

create or replace function refuse_log_change() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'write_log' and tg_level = 'ROW' then
    if old.hash is null then -- the open write, seen by its own transaction alone
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end if;
  end if;
  raise exception 'The log is only ever appended to: % of % is refused.', tg_op, tg_table_name using errcode = '55000';
end $$;

create or replace function check_revisions() returns trigger language plpgsql as $$
declare
  write bigint;
begin
  if not exists (select from new_rows) then return null; end if;
  write := write_seq();
  if exists (select from new_rows r where r.seq <> write) then
    raise exception 'A revision belongs to the open write.' using errcode = '55000';
  end if;
  return null;
end $$;
`;

/** `or replace` and not `drop`, here as elsewhere: it lets readers through. */
export const chainTriggers = `
create or replace trigger log_append_only before update or delete on write_log for each row execute function refuse_log_change();
create or replace trigger log_append_only_truncate before truncate on write_log execute function refuse_log_change();
create or replace trigger log_append_only before update or delete on revision for each row execute function refuse_log_change();
create or replace trigger log_append_only_truncate before truncate on revision execute function refuse_log_change();
create or replace trigger log_open_write after insert on revision
  referencing new table as new_rows for each statement execute function check_revisions();
`;
