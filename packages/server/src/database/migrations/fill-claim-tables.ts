/*
 * Frozen: how two migrations fill the tables that triggers maintain from then on. They must not
 * call the routines of the database, which change with later versions. Do not edit.
 */

export const fillClaimEvent = `
  WITH RECURSIVE edge(a, b) AS (
    SELECT l.from_id, l.to_id FROM claim_link l
    JOIN claim f ON f.id = l.from_id JOIN claim t ON t.id = l.to_id
    WHERE l.kind IN ('SAME_EVENT', 'REPEATS') AND l.withdrawn_at IS NULL
      AND f.withdrawn_at IS NULL AND t.withdrawn_at IS NULL
  ), both_ways(a, b) AS (
    SELECT a, b FROM edge UNION SELECT b, a FROM edge
  ), member(claim_id, other_id) AS (
    SELECT a, a FROM both_ways
    UNION
    SELECT m.claim_id, w.b FROM member m JOIN both_ways w ON w.a = m.other_id
  )
  INSERT INTO claim_event (claim_id, event_id)
  SELECT claim_id, (array_agg(other_id ORDER BY other_id))[1] FROM member
  GROUP BY claim_id HAVING count(*) > 1`;

const columns = 'kind, modality, status, occurred, starts, span, event_id';
const values = `c.kind, c.modality, c.status, coalesce(c.occurred_latest, c.occurred_earliest),
    c.occurred_earliest,
    (CASE
      WHEN c.occurred_latest IS NULL THEN CASE WHEN c.occurred_earliest IS NOT NULL THEN -1 END
      WHEN c.occurred_earliest IS NULL THEN 12
      WHEN c.occurred_earliest = c.occurred_latest THEN 0
      ELSE least(12,
        length(ltrim((c.occurred_latest - c.occurred_earliest)::bit(32)::text, '0')))
    END)::smallint,
    e.event_id`;
const claims = `claim c ON c.id = p.claim_id AND c.withdrawn_at IS NULL
  LEFT JOIN claim_event e ON e.claim_id = c.id`;

export const fillClaimIndexTables = [
  `INSERT INTO claim_within (location_id, claim_id, ${columns}, figures)
  SELECT DISTINCT w.ancestor_id, c.id, ${values}, (
    SELECT jsonb_object_agg(f.measure, f.sums) FROM (
      SELECT q.measure, jsonb_build_array(
        count(*), coalesce(sum(q.min), 0), coalesce(sum(q.best), 0), coalesce(sum(q.max), 0),
        count(q.min), count(q.best), count(q.max)) AS sums
      FROM quantity q WHERE q.claim_id = c.id AND q.part_of IS NULL GROUP BY q.measure
    ) f)
  FROM claim_place p JOIN location_within w ON w.location_id = p.location_id JOIN ${claims}`,
  `INSERT INTO claim_of_faction (faction_id, claim_id, ${columns})
  SELECT DISTINCT p.faction_id, c.id, ${values} FROM claim_party p JOIN ${claims}`,
  `INSERT INTO claim_of_source (source_id, claim_id, ${columns})
  SELECT DISTINCT p.source_id, c.id, ${values} FROM speaker p JOIN ${claims}`,
];

/** Into an empty `tally`. */
export const fillTally = `
  INSERT INTO tally (location_id, month, kind, modality, status, measure,
    entries, sum_min, sum_best, sum_max, mins, bests, maxes)
  SELECT w.location_id, m.month, w.kind, t.modality, t.status, s.measure, sum(s.entries),
    sum(s.sum_min), sum(s.sum_best), sum(s.sum_max), sum(s.mins), sum(s.bests), sum(s.maxes)
  FROM claim_within w
  CROSS JOIN LATERAL (
    SELECT '' AS measure, 1::bigint AS entries, 0::bigint AS sum_min, 0::bigint AS sum_best,
      0::bigint AS sum_max, 0::bigint AS mins, 0::bigint AS bests, 0::bigint AS maxes
    UNION ALL
    SELECT f.key, (f.value -> 0)::bigint, (f.value -> 1)::bigint, (f.value -> 2)::bigint,
      (f.value -> 3)::bigint, (f.value -> 4)::bigint, (f.value -> 5)::bigint,
      (f.value -> 6)::bigint
    FROM jsonb_each(w.figures) f
  ) s
  CROSS JOIN LATERAL (
    SELECT CASE
      WHEN w.span = 0 OR w.span BETWEEN 1 AND 5
        AND date_trunc('month', w.starts) = date_trunc('month', w.occurred)
      THEN to_char(w.occurred, 'YYYY-MM') ELSE ''
    END AS month
  ) m
  CROSS JOIN LATERAL (
    SELECT w.modality, w.status
    UNION ALL
    SELECT '', '' WHERE w.modality IN ('ASSERTED', 'ESTIMATED', 'ALLEGED')
  ) t
  WHERE w.event_id IS NULL GROUP BY 1, 2, 3, 4, 5, 6`;
