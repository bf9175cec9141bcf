-- Commitments to rows that are no part of a record and have no history, such as grants to read who
-- a protected source is: one for each state of a row. A state ends when a later one replaces it.
-- What has ended keeps its digest alone, so nothing of an erased or renamed row is left in the log.

-- The commitment to a row, also a leaf of its write. `replaces`: the one to its state before.
create or replace function entry_digest(
  salt bytea, table_name text, seq bigint, replaces bytea, content json)
returns bytea stable parallel safe language sql as $$
  select sha256('\x00' || salt || convert_to(
    json_build_array('ROW', table_name, seq, encode(replaces, 'hex'))::text, 'UTF8')
    || row_hash(salt, table_name, content))
$$;

-- The commitment to the end of a row. What it replaces is salted.
create or replace function ended_entry_digest(table_name text, seq bigint, replaces bytea)
returns bytea stable parallel safe language sql as $$
  select sha256('\x00' || convert_to(
    json_build_array('END', table_name, seq, encode(replaces, 'hex'))::text, 'UTF8'))
$$;

-- The query of the rows of `source`: their primary key and contents as JSON.
create or replace function entries_query(table_name text, source text) returns text
stable language plpgsql as $$
begin
  return format('select json_build_array(%s)::text as row_key, '
      '(select row_to_json(r) from (select %s) r) as content from %s x',
    (select string_agg(format('x.%I', k), ', ' order by n)
      from unnest(primary_key_of(table_name)) with ordinality u(k, n)),
    (select string_agg(format('x.%I', c), ', ' order by n)
      from unnest(committed_columns(table_name)) with ordinality u(c, n)),
    source);
end $$;

-- After each statement that changes such a table: commits to what it changed. A row that is not as
-- the log has it gets no new commitment, so that a change hides no tampering.
create or replace function commit_rows() returns trigger language plpgsql security definer
set search_path = public, pg_temp set jit = off set timezone = 'UTC'
set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1
set bytea_output = 'hex' as $$
declare
  write bigint;
  begun text := format('select e.*, new_salt() as salt from (%s) e',
    entries_query(tg_table_name, 'new_rows'));
  ended text := format($sql$
    update row_commitment c set row_key = null, salt = null
    from (%2$s) o
    where c.table_name = %1$L and c.row_key = o.row_key
      and c.digest = entry_digest(c.salt, %1$L, c.seq, c.replaces, o.content)
    returning o.row_key, c.digest
  $sql$, tg_table_name, entries_query(tg_table_name, 'old_rows'));
begin
  if tg_op = 'INSERT' then
    if not exists (select from new_rows) then return null; end if;
    write := write_seq();
    execute format($sql$
      insert into row_commitment (seq, digest, table_name, row_key, salt)
      select $1, entry_digest(n.salt, %1$L, $1, null, n.content), %1$L, n.row_key, n.salt
      from (%2$s) n
    $sql$, tg_table_name, begun) using write;
    return null;
  end if;
  if not exists (select from old_rows) then return null; end if;
  write := write_seq();
  if tg_op = 'DELETE' then
    execute format($sql$
      with o as (%2$s)
      insert into row_commitment (seq, digest, table_name, replaces)
      select $1, ended_entry_digest(%1$L, $1, o.digest), %1$L, o.digest from o
    $sql$, tg_table_name, ended) using write;
  else
    execute format($sql$
      with o as materialized (%2$s), n as materialized (%3$s), all_known as (
        select (select count(*) from o) = (select count(*) from old_rows) as yes
      )
      insert into row_commitment (seq, digest, table_name, replaces, row_key, salt)
      select $1, entry_digest(n.salt, %1$L, $1, o.digest, n.content), %1$L, o.digest, n.row_key,
        n.salt
      from n left join o using (row_key) cross join all_known
      where o.digest is not null or all_known.yes
      union all
      select $1, ended_entry_digest(%1$L, $1, o.digest), %1$L, o.digest, null, null
      from o where o.row_key not in (select n.row_key from n)
    $sql$, tg_table_name, ended, begun) using write;
  end if;
  return null;
end $$;

-- Commits to the rows of a table in a write of its own, when its triggers are installed for the
-- first time.
create or replace function commit_former_rows(of_table text) returns void language plpgsql
set jit = off set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres'
set extra_float_digits = 1 set bytea_output = 'hex' as $$
declare
  has_rows boolean;
  write bigint;
begin
  execute format('select exists (select from %I)', of_table) into has_rows;
  if not has_rows or exists (select from row_commitment c where c.table_name = of_table)
    or exists (
      select from pg_trigger t
      where t.tgrelid = to_regclass(quote_ident(of_table)) and t.tgname = 'commit_rows_insert')
  then
    return;
  end if;
  write := open_write('local', 'upgrade');
  execute format($sql$
    insert into row_commitment (seq, digest, table_name, row_key, salt)
    select $1, entry_digest(n.salt, %1$L, $1, null, n.content), %1$L, n.row_key, n.salt
    from (select e.*, new_salt() as salt from (%2$s) e) n
  $sql$, of_table, entries_query(of_table, quote_ident(of_table))) using write;
  perform close_write();
end $$;

-- What is wrong with the rows of a table, or with the commitments to them.
create or replace function broken_rows(of_table text)
returns table (seq bigint, place text, problem text) stable language plpgsql
set jit = off set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'postgres'
set extra_float_digits = 1 set bytea_output = 'hex' as $$
begin
  return query execute format($sql$
    select c.seq, concat(%1$L, ' ', coalesce(e.row_key, c.row_key)),
      case
        when e.row_key is null then 'is missing, but write ' || c.seq || ' committed to it'
        when c.row_key is null then 'was added, or changed, past the log'
        else 'has other contents than write ' || c.seq || ' committed to'
      end
    from (%2$s) e
    full join (
      select * from row_commitment where table_name = %1$L and row_key is not null
    ) c using (row_key)
    where c.row_key is null or e.row_key is null
      or c.digest <> entry_digest(c.salt, %1$L, c.seq, c.replaces, e.content)
    union all
    select c.seq, format('a row of %%s of write %%s', %1$L, c.seq),
      case
        when c.copies > 1 then 'was ended twice'
        when c.replaces is not null and r.digest is null then 'replaces what is not in the log'
        when r.row_key is not null then 'is there in two states'
        when r.seq > c.seq then 'replaces a later state'
        else 'is missing, and no write ended it'
      end
    from (
      select x.*, count(*) over (partition by x.replaces) as copies
      from row_commitment x where x.table_name = %1$L
    ) c
    left join row_commitment r on r.digest = c.replaces
    where c.replaces is not null
        and (c.copies > 1 or r.digest is null or r.row_key is not null or r.seq > c.seq)
      or c.row_key is null and c.digest is distinct from
          ended_entry_digest(%1$L, c.seq, c.replaces)
        and not exists (select from row_commitment n where n.replaces = c.digest)
  $sql$, of_table, entries_query(of_table, quote_ident(of_table)));
end $$;
