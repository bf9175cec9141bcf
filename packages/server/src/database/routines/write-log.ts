/** Key of the advisory lock that a write holds. A start takes it too, before its first change of a table, or it may deadlock with a write. */
export const logLock = 4841190;

/**
 * The log: every change of the ledger happens inside one write, which has one time, one author and, in the end, one link of the chain.
 * The lock makes the order of `seq`, of `at` and of commits one and the same.
 */
export const writeLogFunctions = `
create or replace function open_write(by text, action text) returns bigint language plpgsql as $$
declare
  last record;
  opened record;
begin
  -- An older snapshot would not see the writes that ended while this one waited for the lock.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'A write needs a READ COMMITTED transaction.' using errcode = '25001';
  end if;
  if current_setting('claimgraph.at', true) <> '' then
    raise exception 'A write is already open in this transaction.' using errcode = '55000';
  end if;
  perform set_config('jit', 'off', true); -- it takes longer to compile the triggers' statements than to run them
  perform pg_advisory_xact_lock(${logLock}); -- the log's lock, held until the transaction ends
  select w.at into last from write_log w order by w.seq desc limit 1;
  insert into write_log (at, by, action)
  values (greatest(clock_timestamp(), last.at + interval '1 microsecond'), open_write.by, open_write.action)
  returning seq, at into opened;
  perform set_config('claimgraph.seq', opened.seq::text, true);
  perform set_config('claimgraph.at', to_char(opened.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US"+00"'), true);
  return opened.seq;
end $$;

-- The default of valid_from: called for each row, so it only reads a setting. A transaction-local setting ends with its transaction.
create or replace function write_time() returns timestamptz stable language plpgsql as $$
declare
  at text := current_setting('claimgraph.at', true);
begin
  if at <> '' then
    return at::timestamptz;
  end if;
  raise exception 'No write is open: the ledger changes only between open_write() and close_write().' using errcode = '55000';
end $$;

-- The open write's number, called once a statement: it also makes sure that the settings are this transaction's own.
create or replace function write_seq() returns bigint stable language plpgsql as $$
declare
  now_ timestamptz := write_time();
  open bigint;
begin
  select w.seq into open from write_log w
  where w.at = now_ and w.seq = nullif(current_setting('claimgraph.seq', true), '')::bigint and w.hash is null;
  if not found then
    raise exception 'No write is open: the ledger changes only between open_write() and close_write().' using errcode = '55000';
  end if;
  return open;
end $$;

create or replace function close_write() returns void language plpgsql as $$
declare
  write bigint := write_seq();
  now_ timestamptz := write_time();
  record record;
  many boolean;
begin
  if not exists (select from touched t where t.seq = write) then
    delete from write_log w where w.seq = write;
  else
    perform check_write(write);
    perform set_config('claimgraph.closing', 'on', true); -- a version that rises is no further change
    for record in
      select h.record_type, h.table_name from history_table h
      where h.owner_column = 'id' and h.list is null and exists (select from touched t where t.seq = write and t.record_type = h.record_type)
      order by h.record_type
    loop
      -- One more than before this write, whoever raised it already.
      execute format($sql$
        update %1$I r set version = 1 + coalesce((select h.version from %2$I h where h.id = r.id and h.valid_to = $3), r.version), updated_at = $3
        from touched t where t.seq = $1 and t.record_type = $2 and t.record_id = r.id and r.created_at <> $3
      $sql$, record.table_name, record.table_name || '_history') using write, record.record_type, now_;
      execute format($sql$
        insert into revision (record_id, version, record_type, seq, at, by, action, change)
        select r.id, r.version, t.record_type, w.seq, w.at, w.by, w.action,
          case when r.created_at = w.at then 'CREATED' when r.withdrawn_at = w.at then 'WITHDRAWN' else 'UPDATED' end
        from write_log w join touched t on t.seq = w.seq join %I r on r.id = t.record_id
        where w.seq = $1 and t.record_type = $2
      $sql$, record.table_name) using write, record.record_type;
    end loop;
    -- Only the open write has rows here; emptying a big one by delete would leave as many dead rows behind.
    select count(*) > 5000 into many from (select from touched limit 5001) t;
    if many then truncate touched; else delete from touched t where t.seq = write; end if;
    update write_log w set previous_hash = (select p.hash from write_log p where p.seq < write order by p.seq desc limit 1) where w.seq = write;
    update write_log w set hash = write_digest(write) where w.seq = write;
    perform set_config('claimgraph.closing', '', true);
  end if;
  perform set_config('claimgraph.seq', '', true), set_config('claimgraph.at', '', true);
end $$;

create or replace function check_write_closed() returns trigger language plpgsql as $$
begin
  if exists (select from write_log w where w.seq = new.seq and w.hash is null) then
    raise exception 'Write % was not closed: call close_write() before the commit.', new.seq using errcode = '55000';
  end if;
  return null;
end $$;
`;

/** A constraint trigger knows no `or replace`. */
export const writeLogTriggers = `
do $$ begin
  if not exists (select from pg_trigger where tgrelid = 'write_log'::regclass and tgname = 'log_closed') then
    create constraint trigger log_closed after insert on write_log deferrable initially deferred
      for each row execute function check_write_closed();
  end if;
end $$;
`;
