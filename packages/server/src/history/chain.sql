-- The hash chain of the log. The hash of each write covers its revisions and the hash of the write
-- before it, so a later change of either is detected.

-- The SHA-256 of a write. The input is one JSON array per line, so that two different writes never
-- have the same input. A write without a rationale has the same input as before there were
-- rationales, so the hashes of old writes stay valid.
create or replace function write_digest(seq bigint) returns bytea stable language plpgsql as $$
declare
  write record;
  revisions text;
begin
  select w.* into write from write_log w where w.seq = write_digest.seq;
  select string_agg(
      format(E'\n["%s", "%s", %s, "%s", %s, %s, %s]', r.record_type, r.record_id, r.version,
        r.change, json_time(r.at), to_json(r.by), to_json(r.action)),
      '' order by r.record_type collate "C", r.record_id, r.version)
    into revisions from revision r where r.seq = write_digest.seq;
  return sha256(coalesce(write.previous_hash, '') || convert_to(
    format('[%s, %s, %s, %s%s]%s', write.seq, json_time(write.at), to_json(write."by"),
      to_json(write.action), ', ' || to_json(write.rationale), revisions),
    'UTF8'));
end $$;

-- The writes whose hash is wrong, in order. There are none unless someone changed the log.
create or replace function broken_writes() returns table (seq bigint, problem text)
stable language plpgsql as $$
begin
  return query
  select w.seq,
    case
      when w.hash is null then 'not closed'
      when w.previous_hash is distinct from w.hash_before then 'does not follow the write before'
      else 'was changed'
    end
  from (select l.*, lag(l.hash) over (order by l.seq) as hash_before from write_log l) w
  where w.hash is null or w.previous_hash is distinct from w.hash_before
    or w.hash <> write_digest(w.seq)
  order by w.seq;
end $$;

create or replace function refuse_log_change() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'write_log' and tg_level = 'ROW' then
    if old.hash is null then -- the open write, which only its own transaction sees
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end if;
  end if;
  if tg_op = 'UPDATE' and tg_level = 'ROW' and is_scrubbing() then return new; end if;
  raise exception 'The log is append-only: % of % is refused.', tg_op, tg_table_name
    using errcode = '55000';
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
