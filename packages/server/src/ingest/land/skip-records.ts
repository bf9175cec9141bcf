/** A release as a list of numbers, so that 9.1 sorts before 10.0, and an unknown one first. */
const releaseNumbers = (release: string): string => `
  coalesce(
    string_to_array(
      nullif(trim(both '.' from regexp_replace(${release}, '[^0-9]+', '.', 'g')), ''),
      '.'
    )::numeric[],
    '{}'
  )`;

/**
 * Lists in `stage_skip` the records that this batch must not change:
 *
 * - OLDER: a newer release already described the record. The query returns these lines.
 * - SAME: the row is the same as when it was last imported, so that later corrections by people
 *   stay.
 *
 * Parameters: format, release, whether to re-import rows that are the same.
 */
export const insertSkippedRecords = `
  with skipped as (
    insert into stage_skip (id, why)
    select
      s.record_id,
      case
        when bool_or(${releaseNumbers('i.release')} > ${releaseNumbers('$2')}) then 'OLDER'
        else 'SAME'
      end
    from stage_row s
    join import_row i on i.record_id = s.record_id and i.format = $1
    group by s.record_id
    having bool_or(${releaseNumbers('i.release')} > ${releaseNumbers('$2')})
      or (
        not $3
        and (array_agg(i.fingerprint order by ${releaseNumbers('i.release')} desc))[1]
          = (array_agg(s.fingerprint order by s.line desc))[1]
      )
    returning id, why
  )
  select
    s.line,
    (
      select i.release
      from import_row i
      where i.record_id = k.id and i.format = $1
      order by ${releaseNumbers('i.release')} desc
      limit 1
    ) as release
  from skipped k
  join stage_row s on s.record_id = k.id
  where k.why = 'OLDER'
  order by s.line`;
