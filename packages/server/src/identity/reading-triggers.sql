-- Nobody removes from the list of readings, or from that of grants. A grant can be revoked, once.
create or replace trigger log_append_only
  before update or delete on identity_reading for each row execute function refuse_log_change();
create or replace trigger log_append_only_truncate
  before truncate on identity_reading execute function refuse_log_change();
create or replace trigger log_append_only
  before update or delete on identity_grant for each row execute function refuse_grant_change();
create or replace trigger log_append_only_truncate
  before truncate on identity_grant execute function refuse_log_change();
