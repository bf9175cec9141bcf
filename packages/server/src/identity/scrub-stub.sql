-- Whether the open write changes the past.
create or replace function is_scrubbing() returns boolean stable language sql as $$
  select coalesce(current_setting('claimgraph.scrub', true), '') <> ''
$$;

create or replace function begin_scrub(of_type text, record_ids uuid[]) returns void
language plpgsql as $$ begin
  perform write_seq(), set_config('claimgraph.scrub', 'on', true);
end $$;

create or replace function end_scrub() returns void language plpgsql as $$ begin
  perform set_config('claimgraph.scrub', '', true);
end $$;
