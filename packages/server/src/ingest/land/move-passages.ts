/**
 * Finds passages again in reports whose text the open write has changed, where the words are at
 * another place now. Passages whose words are gone, or are there twice, are refused with the write.
 */
export const movePassages = `
  update claim c
  set passage_start = p.start, passage_end = p.start + p.length
  from touched u
  join report r on r.id = u.record_id
  join claim o on o.report_id = r.id and o.passage_quote is not null and o.withdrawn_at is null
  cross join lateral (
    select utf16(case o.passage_in when 'TITLE' then r.title else r.body end) as text,
      utf16(o.passage_quote) as quote,
      utf16(coalesce(o.passage_prefix, '')) as prefix,
      utf16(concat(o.passage_prefix, o.passage_quote, o.passage_suffix)) as words
  ) w
  cross join lateral (
    select position(w.words in w.text) as at,
      position(w.words in w.text) - 1 + char_length(w.prefix) as start,
      char_length(w.quote) as length
  ) p
  where u.record_type = 'REPORT' and c.id = o.id
    and substr(w.text, o.passage_start + 1, p.length) <> w.quote
    and p.at > 0 and position(w.words in substr(w.text, p.at + 1)) = 0`;
