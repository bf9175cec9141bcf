-- The hash chain of the log. The hash of each write covers the commitments to all that it wrote and
-- the hash of the write before it, so a later change of any of them is detected.

-- The leaves of a write: its commitments, in the order of their bytes. Ids and texts have no part
-- in the order, so they can be erased.
create or replace function write_leaves(write bigint) returns bytea[]
stable language plpgsql set enable_seqscan = off as $$
begin
  return array(
    select r.digest from revision r where r.seq = write
    union all
    select c.digest from recommitment c where c.seq = write
    union all
    select c.digest from row_commitment c where c.seq = write
    union all
    select w.rationale_digest from write_log w
    where w.seq = write and w.rationale_digest is not null
    order by 1);
end $$;

-- The hash of a write. It is at once the hash of a leaf by RFC 9162, so a Merkle tree over all
-- writes, as for receipts, needs nothing but the column `hash`.
create or replace function write_hash(
  seq bigint, at timestamptz, by text, action text, previous_hash bytea, leaves bytea[])
returns bytea stable language sql as $$
  select sha256('\x00' || convert_to(
    json_build_array('claimgraph write 2', seq, json_time(at)::json, by, action,
      encode(previous_hash, 'hex'), cardinality(leaves), encode(merkle_root(leaves), 'hex'))::text,
    'UTF8'))
$$;

-- Gives the open write its hash.
create or replace function chain_write(write bigint) returns void language plpgsql as $$
declare
  previous bytea := (
    select p.hash from write_log p where p.seq < write order by p.seq desc limit 1);
begin
  update write_log w set previous_hash = previous,
    hash = write_hash(w.seq, w.at, w.by, w.action, previous, write_leaves(write))
  where w.seq = write;
end $$;

-- The hash of a write as the first format of the log has it. It covers no contents.
create or replace function former_write_hash(write bigint, former_previous_hash bytea)
returns bytea stable language plpgsql as $$
declare
  w record;
  revisions text;
begin
  select l.* into w from write_log l where l.seq = write;
  select string_agg(
      format(E'\n["%s", "%s", %s, "%s", %s, %s, %s]', r.record_type, r.record_id, r.version,
        r.change, json_time(r.at), to_json(r.by), to_json(r.action)),
      '' order by r.record_type collate "C", r.record_id, r.version)
    into revisions from revision r where r.seq = write;
  return sha256(coalesce(former_previous_hash, '') || convert_to(
    format('[%s, %s, %s, %s%s]%s', w.seq, json_time(w.at), to_json(w."by"),
      to_json(w.action), ', ' || to_json(w.rationale), revisions),
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
      when w.format <> 2 then 'has no commitment to its contents'
      when w.previous_hash is distinct from w.hash_before then 'does not follow the write before'
      else 'was changed'
    end
  from (select l.*, lag(l.hash) over (order by l.seq) as hash_before from write_log l) w
  where w.hash is null or w.format <> 2 or w.previous_hash is distinct from w.hash_before
    or w.hash is distinct from write_hash(
      w.seq, w.at, w.by, w.action, w.previous_hash, write_leaves(w.seq))
  order by w.seq;
end $$;

-- What a scrub changes in a table of the log: salts, texts and ids, and no commitment.
create or replace function scrubbed_columns(table_name text) returns text[]
immutable language sql as $$
  select case table_name
    when 'write_log' then '{rationale,rationale_salt,former_hash}'
    when 'revision' then '{salt,row_tags,record_id}'
    when 'recommitment' then '{salt,row_tags,record_id}'
    when 'identity_reading' then '{source_id}'
    else '{}' end::text[]
$$;

create or replace function refuse_log_change() returns trigger language plpgsql
set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'write_log' and tg_level = 'ROW' then
    if old.hash is null then -- the open write, which only its own transaction sees
      if tg_op = 'UPDATE' and new.seq = old.seq then return new; end if;
      -- A write that scrubbed, or changed what is committed to, leaves a trace in any case.
      if tg_op = 'DELETE' and not exists (select from scrubbed s where s.seq = old.seq)
        and not exists (select from recommitment c where c.seq = old.seq)
        and not exists (select from row_commitment c where c.seq = old.seq)
      then
        return old;
      end if;
    end if;
  end if;
  -- Only functions with the rights of the owner scrub the log, or end the state of a row.
  if tg_op = 'UPDATE' and exists (
      select from pg_class c where c.oid = tg_relid and pg_has_role(c.relowner, 'USAGE'))
  then
    if tg_table_name = 'row_commitment' then
      if to_jsonb(old) || '{"row_key": null, "salt": null}' = to_jsonb(new)
        and write_seq() is not null
      then
        return new;
      end if;
    elsif is_scrubbing() and to_jsonb(old) - scrubbed_columns(tg_table_name)
      = to_jsonb(new) - scrubbed_columns(tg_table_name)
    then
      return new;
    end if;
  end if;
  raise exception 'The log is append-only: % of % is refused.', tg_op, tg_table_name
    using errcode = '55000';
end $$;

create or replace function check_revisions() returns trigger language plpgsql as $$
begin
  if exists (select from new_rows r where r.seq <> (select write_seq())) then
    raise exception 'A revision belongs to the open write.' using errcode = '55000';
  end if;
  return null;
end $$;
