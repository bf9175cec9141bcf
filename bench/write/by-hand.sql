-- Writes the rows of new claims, given as JSON by table, in one write of the ledger.
create or replace function write_by_hand(rows jsonb) returns void language plpgsql as $$
begin
  perform open_write('bench', 'by hand');
  insert into report (id, kind, title, language, publisher_id, body, body_kind, body_sha256,
    word_count, published_edtf, published_earliest, published_latest, published_precision,
    published_approximate, published_uncertain, published_basis)
  select r.id, r.kind, r.title, r.language, r.publisher_id, r.body, r."bodyKind",
    encode(sha256(convert_to(r.body, 'UTF8')), 'hex'), 15, r.published ->> 'edtf',
    (r.published ->> 'edtf')::date, (r.published ->> 'edtf')::date, 'DAY', false, false, 'STATED'
  from jsonb_to_recordset(rows -> 'report') as r(id uuid, kind text, title text, language text,
    publisher_id uuid, body text, "bodyKind" text, published jsonb);
  insert into claim (id, statement, language, kind, modality, report_id, aggregate, passage_quote,
    passage_in, passage_start, passage_end, passage_direct_speech, occurred_edtf,
    occurred_earliest, occurred_latest, occurred_precision, occurred_approximate,
    occurred_uncertain, occurred_extent, occurred_basis)
  select c.id, c.statement, 'en', c.kind, c.modality, c.report_id, false, c.passage ->> 'quote',
    c.passage ->> 'in', 23, 23 + length(c.passage ->> 'quote'), false, c.occurred ->> 'edtf',
    (c.occurred ->> 'edtf')::date, (c.occurred ->> 'edtf')::date, 'DAY', false, false, 'WITHIN',
    'STATED'
  from jsonb_to_recordset(rows -> 'claim') as c(id uuid, statement text, kind text, modality text,
    report_id uuid, passage jsonb, occurred jsonb);
  insert into attribution (claim_id, position)
  select a.claim_id, a.position
  from jsonb_to_recordset(rows -> 'attribution') as a(claim_id uuid, position int);
  insert into speaker (claim_id, attribution, position, source_id, capacity, verb)
  select s.* from jsonb_to_recordset(rows -> 'speaker') as s(claim_id uuid, attribution int,
    position int, source_id uuid, capacity text, verb text);
  insert into quantity (id, claim_id, position, measure, min, best, approximate, of_category,
    part_of)
  select q.id, q.claim_id, q.position, q.measure, q.min, q.best, false, q.category, q.part_of
  from jsonb_to_recordset(rows -> 'quantity') as q(id uuid, claim_id uuid, position int,
    measure text, min int, best int, category text, part_of uuid);
  insert into claim_place (claim_id, position, location_id, role, basis, as_written)
  select p.claim_id, p.position, p.location_id, 'AT', 'STATED', p.as_written
  from jsonb_to_recordset(rows -> 'claim_place') as p(claim_id uuid, position int,
    location_id uuid, as_written text);
  insert into claim_party (claim_id, position, faction_id, role, basis)
  select p.claim_id, p.position, p.faction_id, p.role, 'STATED'
  from jsonb_to_recordset(rows -> 'claim_party') as p(claim_id uuid, position int,
    faction_id uuid, role text);
  insert into external_id (id, system, value, claim_id)
  select e.id, e.system, e.value, e.claim_id
  from jsonb_to_recordset(rows -> 'external_id') as e(id uuid, system text, value text,
    claim_id uuid);
  perform close_write();
end $$;
