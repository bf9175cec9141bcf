-- Raising the protection of a source changes the past: what the histories have of its identity
-- goes. `history/scrub.sql` lets a write do that.

-- Removes what the tables of the past have of the identity of a source. `name_key`: the key of its
-- pseudonym, which from now on has always been its name.
create or replace function scrub_source_history(source_key uuid, name_key uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_temporary_code();
  perform begin_scrub('SOURCE', array[source_key]),
    begin_scrub('SOURCE', array(
      select a.source_id from affiliation_history a where a.to_source_id = source_key));
  delete from affiliation_claim_history h using affiliation_history a
  where a.id = h.affiliation_id and source_key in (a.source_id, a.to_source_id);
  delete from affiliation_history a where source_key in (a.source_id, a.to_source_id);
  delete from external_id_history e where e.source_id = source_key;
  delete from name_history n where n.source_id = source_key;
  update source_history h set name = n.text, role = null, based_in_id = null
  from name n where h.id = source_key and n.id = name_key;
  update name n set valid_from = s.created_at from source s
  where n.id = name_key and s.id = source_key;
end $$;

-- Stores the secret of the ledger sealed. The server may do so once: it cannot replace the secret.
create or replace function seal_ledger_secret(sealed_secret bytea, sealed_nonce bytea)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_temporary_code();
  update ledger_key k set secret = sealed_secret, nonce = sealed_nonce
  where k.purpose = 'pseudonym' and k.nonce is null and sealed_nonce is not null;
end $$;

-- Gives a source another id. Its former one may be derived from its name.
create or replace function move_source(former uuid, replacement uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_temporary_code();
  perform replace_record_id('SOURCE', former, replacement);
  update import_conflict c set
    value = replace(c.value::text, former::text, replacement::text)::jsonb,
    file_value = replace(c.file_value::text, former::text, replacement::text)::jsonb,
    rows = replace(c.rows::text, former::text, replacement::text)::jsonb
  where concat(c.value, c.file_value, c.rows) like '%' || former || '%';
  -- Its request may be guessed, and its answer has the former id.
  delete from idempotency_key k where k.answer::text like '%' || former || '%';
end $$;

-- Writes other texts into rows of a table or of a history table. `rows` have the columns `keys` and
-- `changed`. Rows with a history need `begin_scrub`. It runs with the rights of the owner, so it
-- changes nothing but what identity/scrub-imports.ts does.
create or replace function rewrite_texts(
  table_name text, keys text[], changed text[], rows jsonb)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_temporary_code();
  if not exists (
    select from (values
      ('import_row', '{record_id,format,release}'::text[], '{raw,fingerprint}'::text[]),
      ('import_batch', '{run_id,position}', '{counts}'),
      ('import_run', '{id}', '{file,header,settings}'),
      ('import_conflict', '{id}', '{value,file_value,rows,file}'),
      ('import_issue', '{claim_id,position}', '{column,value,reason}'),
      ('import_issue_history', '{claim_id,position,valid_from,valid_to}',
        '{column,value,reason}')
    ) a(of_table, its_keys, texts)
    where (a.of_table, a.its_keys, a.texts)
      = (rewrite_texts.table_name, rewrite_texts.keys, rewrite_texts.changed)
  ) then
    raise exception 'These columns of % are not texts of imports.', table_name
      using errcode = '42501';
  end if;
  execute format(
    'update public.%1$I t set %2$s from jsonb_populate_recordset(null::public.%1$I, $1) r '
      'where %3$s',
    table_name,
    (select string_agg(format('%1$I = r.%1$I', c), ', ') from unnest(changed) c),
    (select string_agg(format('t.%1$I = r.%1$I', k), ' and ') from unnest(keys) k))
  using rows;
end $$;

-- Refuses to close a write that leaves anything of a sealed identity in a table. No statement of
-- the server does that; this is for those that are still to be written.
create or replace function check_sealed_sources(write bigint) returns void language plpgsql
set enable_seqscan = off as $$
declare
  wrong_id uuid;
begin
  select s.id into wrong_id
  from touched t
  join source s on s.id = t.record_id
  join source_identity i on i.source_id = s.id
  where t.seq = write and t.record_type = 'SOURCE' and s.protection <> 'PUBLIC'
    and (s.role is not null or s.based_in_id is not null
      or exists (select from external_id e where e.source_id = s.id)
      or exists (select from affiliation a where a.source_id = s.id)
      or exists (select from affiliation a where a.to_source_id = s.id)
      or (select count(*) from name n where n.source_id = s.id) <> 1)
  limit 1;
  if found then
    raise exception 'The identity of the protected source % is not sealed.', wrong_id
      using errcode = '55000';
  end if;
end $$;

-- A grant stays as it was given, except that it is revoked once, that an erasure removes its
-- purpose, and that its source may get another id. The log commits to each state.
create or replace function refuse_grant_change() returns trigger language plpgsql
set search_path = public, pg_temp as $$
declare
  changed text[] := array(
    select n.key from jsonb_each(to_jsonb(new)) n join jsonb_each(to_jsonb(old)) o using (key)
    where n.value <> o.value);
begin
  if tg_op = 'UPDATE' and (
    changed <@ '{revoked_at,revoked_by}' and old.revoked_at is null
    or changed <@ '{purpose}' and new.purpose = 'The source was erased.'
    or changed <@ '{source_id}' and is_scrubbing())
  then
    return new;
  end if;
  raise exception 'A grant can only be revoked: % of % is refused.', tg_op, tg_table_name
    using errcode = '55000';
end $$;
