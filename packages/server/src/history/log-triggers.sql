-- Triggers of the log. `create or replace` instead of `drop` and `create`, here and elsewhere,
-- because it does not block readers.
create or replace trigger log_append_only
  before update or delete on write_log for each row execute function refuse_log_change();
create or replace trigger log_append_only_truncate
  before truncate on write_log execute function refuse_log_change();
create or replace trigger log_append_only
  before update or delete on revision for each row execute function refuse_log_change();
create or replace trigger log_append_only_truncate
  before truncate on revision execute function refuse_log_change();
create or replace trigger log_append_only
  before update or delete on recommitment for each row execute function refuse_log_change();
create or replace trigger log_append_only_truncate
  before truncate on recommitment execute function refuse_log_change();
create or replace trigger log_append_only
  before update or delete on row_commitment for each row execute function refuse_log_change();
create or replace trigger log_append_only_truncate
  before truncate on row_commitment execute function refuse_log_change();
create or replace trigger log_open_write
  after insert on row_commitment referencing new table as new_rows
  for each statement execute function check_revisions();
create or replace trigger log_open_write
  after insert on recommitment referencing new table as new_rows
  for each statement execute function check_revisions();
create or replace trigger log_open_write
  after insert on revision referencing new table as new_rows
  for each statement execute function check_revisions();

-- PostgreSQL has no `or replace` for constraint triggers.
do $$ begin
  if not exists (
    select from pg_trigger where tgrelid = 'write_log'::regclass and tgname = 'log_closed'
  ) then
    create constraint trigger log_closed after insert on write_log deferrable initially deferred
      for each row execute function check_write_closed();
  end if;
end $$;
