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
 * Moves to `stage_skip` the records that exist already and whose line withholds something. Such a
 * line never changes a record: it would replace an identity by a pseudonym.
 */
export const skipRedactedRecords = `
  with skipped as (
    delete from stage_record r
    using stage_resolved d
    where d.type = r.type and d.id = r.id and r.redacted and not d.is_new
    returning d.real_id
  )
  insert into stage_skip (id, why)
  select real_id, 'REDACTED' from skipped`;

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
