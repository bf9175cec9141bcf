-- The write log. Every change of the ledger happens inside one write, which has one time, one
-- author and, once closed, one hash in the chain. An advisory lock lets one write run at a time, so
-- `seq`, `at` and the commits have the same order. What writes the log has the rights of the owner,
-- so that a server needs none of its own to change the log.

create or replace function open_write(by text, action text) returns bigint
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  previous record;
  opened record;
begin
  -- A transaction with one snapshot would not see the writes that ended while it waited for the
  -- lock.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'A write needs a READ COMMITTED transaction.' using errcode = '25001';
  end if;
  if current_setting('claimgraph.at', true) <> '' then
    raise exception 'A write is already open in this transaction.' using errcode = '55000';
  end if;
  -- The number is `logLock` in database/routines/index.ts. Held until the transaction ends.
  perform pg_advisory_xact_lock(4841190);
  select w.at, w.hash is null as is_open into previous
  from write_log w order by w.seq desc limit 1;
  -- Settings do not count: a session could have changed them.
  if previous.is_open then
    raise exception 'A write is already open in this transaction.' using errcode = '55000';
  end if;
  insert into write_log (at, by, action)
  values (
    greatest(clock_timestamp(), previous.at + interval '1 microsecond'),
    open_write.by, open_write.action)
  returning seq, at into opened;
  perform
    -- Compiling the statements of the triggers takes longer than running them.
    set_config('jit', 'off', true),
    set_config('claimgraph.seq', opened.seq::text, true),
    set_config(
      'claimgraph.at',
      to_char(opened.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US"+00"'),
      true);
  return opened.seq;
end $$;

create or replace function refuse_without_write() returns timestamptz stable language plpgsql as $$
begin
  raise exception 'No write is open: call open_write() first and close_write() at the end.'
    using errcode = '55000';
end $$;

-- The time of the open write, and the default of `valid_from`. It only reads a setting, which ends
-- with its transaction, and its text is inlined: it runs for each inserted row.
create or replace function write_time() returns timestamptz stable language sql as $$
  select coalesce(
    nullif(current_setting('claimgraph.at', true), '')::timestamptz, refuse_without_write())
$$;

-- The number of the open write. It runs once per statement and also checks that the settings belong
-- to this transaction: a session could have set them itself. Its search path is not pinned, so it
-- names the schema, and a type that no session can replace.
create or replace function write_seq() returns bigint stable language plpgsql as $$
declare
  write_at timestamp with time zone := write_time();
  open_seq bigint;
begin
  select w.seq into open_seq from public.write_log w
  where w.at = write_at and w.hash is null
    and w.seq = nullif(current_setting('claimgraph.seq', true), '')::bigint;
  if not found then
    raise exception 'No write is open: call open_write() first and close_write() at the end.'
      using errcode = '55000';
  end if;
  return open_seq;
end $$;

-- States why the open write is made. The hash of the write covers it.
create or replace function state_rationale(rationale text) returns void
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  write bigint := write_seq();
  salt bytea := new_salt();
begin
  update write_log w set rationale = state_rationale.rationale, rationale_salt = salt,
    rationale_digest = rationale_digest(salt, write, state_rationale.rationale)
  where w.seq = write;
end $$;

-- Notes that the open write changed who a protected source is, of which no table of a record says
-- anything.
create or replace function touch_source(source_key uuid) returns void
language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into touched (seq, record_type, record_id)
  select write_seq(), 'SOURCE', s.id from source s where s.id = source_key
  on conflict do nothing;
end $$;

-- Only the open write has rows in `touched`. Deleting many of them would leave as many dead rows,
-- so the table is truncated, unless that had to wait for someone who copies the database.
create or replace function clear_touched(write bigint) returns void language plpgsql as $$
begin
  if exists (select from touched t where t.seq = write offset 500) then
    begin
      lock table touched in access exclusive mode nowait;
      truncate touched;
      return;
    exception when lock_not_available then
      null; -- delete them
    end;
  end if;
  delete from touched t where t.seq = write;
end $$;

-- Checks the write, gives each touched record its next version and a revision, and chains the log.
-- A write that touched and scrubbed nothing leaves no trace.
create or replace function close_write() returns void
language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  write bigint := write_seq();
  write_at timestamptz := write_time();
begin
  if coalesce(current_setting('claimgraph.scrub', true), '') <> '' then perform end_scrub(); end if;
  if exists (select from touched t where t.seq = write) then
    perform check_write(write);
    perform number_versions(write, write_at);
    perform clear_touched(write);
  elsif not exists (select from recommitment c where c.seq = write)
    and not exists (select from scrubbed s where s.seq = write)
    and not exists (select from row_commitment c where c.seq = write)
  then
    delete from write_log w where w.seq = write;
  end if;
  perform chain_write(write);
  perform set_config('claimgraph.seq', '', true), set_config('claimgraph.at', '', true);
end $$;

-- At commit: refuses a write that is still open.
create or replace function check_write_closed() returns trigger language plpgsql as $$
begin
  if exists (select from write_log w where w.seq = new.seq and w.hash is null) then
    raise exception 'Write % was not closed: call close_write() before the commit.', new.seq
      using errcode = '55000';
  end if;
  return null;
end $$;
