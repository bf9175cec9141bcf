/** A release as numbers, so that 9.1 comes before 10.0; one that is not known comes before all. */
const order = (release: string): string =>
  `coalesce(string_to_array(nullif(trim(both '.' from regexp_replace(${release}, '[^0-9]+', '.', 'g')), ''), '.')::numeric[], '{}')`;

/**
 * Notes which records stay as they are: those of which a newer release spoke (returned), and those whose row is as it was when last read, so that
 * what people have changed since stays. Values: format, release, whether rows are taken up again all the same.
 */
export const skip = `
  with noted as (
    insert into stage_skip (id, why)
    select s.record_id, case when bool_or(${order('i.release')} > ${order('$2')}) then 'OLDER' else 'SAME' end
    from stage_row s join import_row i on i.record_id = s.record_id and i.format = $1
    group by s.record_id
    having bool_or(${order('i.release')} > ${order('$2')}) or (not $3 and (array_agg(i.fingerprint order by ${order('i.release')} desc))[1] = (array_agg(s.fingerprint order by s.line desc))[1])
    returning id, why
  )
  select s.line, (select i.release from import_row i where i.record_id = n.id and i.format = $1 order by ${order('i.release')} desc limit 1) as release
  from noted n join stage_row s on s.record_id = n.id where n.why = 'OLDER' order by s.line`;
