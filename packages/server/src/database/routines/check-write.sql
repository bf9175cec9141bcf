-- Checks that no constraint of one table can express. They run when a write is closed, over all
-- records that it touched.

-- A text in which each character has as many places as it has UTF-16 code units: a noncharacter
-- follows each character outside the basic plane.
create or replace function utf16(content text) returns text immutable language plpgsql
set search_path = public, pg_temp as $$
begin
  if octet_length(content) = char_length(content) then return content; end if;
  return regexp_replace(content, '([\U00010000-\U0010FFFF])', '\1' || chr(65535), 'g');
end $$;

create or replace function check_write(write bigint) returns void language plpgsql
set enable_seqscan = off as $$
declare
  claims uuid[];
  reports uuid[];
  has_factions boolean;
  has_sources boolean;
  wrong_id text;
begin
  select array_agg(t.record_id) filter (where t.record_type = 'CLAIM'),
      array_agg(t.record_id) filter (where t.record_type = 'REPORT'),
      bool_or(t.record_type = 'FACTION'), bool_or(t.record_type = 'SOURCE')
    into claims, reports, has_factions, has_sources
    from touched t where t.seq = write;

  if claims is not null or reports is not null then
    -- Offsets are UTF-16 code units, as in JavaScript. Each report is converted once, however many
    -- passages it has.
    with quoted_report as materialized (
      select c.report_id from claim c
      where c.id = any (claims) and c.passage_quote is not null and c.withdrawn_at is null
      union
      select unnest(reports)
    ), converted as materialized (
      select r.id, utf16(r.title) as title, utf16(r.body) as body
      from quoted_report q join report r on r.id = q.report_id
      where exists (select from claim c where c.report_id = r.id and c.passage_quote is not null)
    )
    select c.id into wrong_id from converted r join claim c on c.report_id = r.id
    where c.passage_quote is not null and c.withdrawn_at is null
      and substr(
        case c.passage_in when 'TITLE' then r.title else r.body end,
        c.passage_start + 1, c.passage_end - c.passage_start
      ) is distinct from utf16(c.passage_quote)
    limit 1;
    if found then
      raise exception 'The passage of claim % is not in its report.', wrong_id
        using errcode = 'CG002', constraint = 'claim_passage_quote';
    end if;
  end if;

  if claims is not null then
    select c.id into wrong_id from claim c
    where c.id = any (claims) and (
      not exists (select from attribution a where a.claim_id = c.id)
      or exists (
        select from attribution a where a.claim_id = c.id and not exists (
          select from speaker s where s.claim_id = a.claim_id and s.attribution = a.position)))
    limit 1;
    if found then
      raise exception 'Claim % has an attribution without a speaker, or no attribution.', wrong_id
        using errcode = 'CG003', constraint = 'claim_attributions';
    end if;
  end if;

  if has_factions then
    select f.id into wrong_id from touched t join faction_relation f on f.from_id = t.record_id
    where t.seq = write and t.record_type = 'FACTION'
      and not exists (select from relation_claim c where c.relation_id = f.id)
    limit 1;
    if found then
      raise exception 'Relation % cites no claim.', wrong_id
        using errcode = 'CG003', constraint = 'faction_relation_claimIds';
    end if;
  end if;

  if has_sources then
    perform check_sealed_sources(write);

    select a.id into wrong_id from touched t join affiliation a on a.source_id = t.record_id
    where t.seq = write and t.record_type = 'SOURCE'
      and not exists (select from affiliation_claim c where c.affiliation_id = a.id)
    limit 1;
    if found then
      raise exception 'Affiliation % cites no claim.', wrong_id
        using errcode = 'CG003', constraint = 'affiliation_claimIds';
    end if;
  end if;
end $$;
