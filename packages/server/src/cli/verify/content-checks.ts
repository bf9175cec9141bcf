import type { HistorySpec } from '../../history/registry.ts';
import { combineChecks, type LedgerCheck } from './ledger-check.ts';

/** A record type: its name in the log, and the prefix of its ids. */
interface RecordType {
  type: string;
  prefix: string;
}

/** The contents of rows are those that the log committed to. history/README.md has the format. */
export const contentChecks = (
  types: readonly RecordType[],
  specs: readonly HistorySpec[],
): LedgerCheck[] => [
  {
    title: 'versions have the contents that the log committed to',
    faults: `
      select place, problem from (${types.map(contentFaults).join(' union all ')}) f
      order by seq, place`,
    count: 'select count(*) from revision',
  },
  combineChecks('rows begin and end with a version of their record', specs.map(ownerCheck)),
  reasonCheck,
  scrubCheck,
  formerHashCheck,
];

const contentFaults = ({ type, prefix }: RecordType): string => `
  select c.seq, format('version %s of ${prefix}%s', c.version, c.record_id) as place,
    case
      when c.salt is null then 'has no salt, and no write scrubbed it'
      when c.digest = c.present_digest then 'has other row tags than its rows'
      else concat(
        'has other contents than write ' || coalesce(c.recommitted_by, c.seq) || ' committed to: ',
        coalesce(
          differing_rows('${type}', c.record_id, c.version, c.at, c.salt, c.row_tags),
          'its entry in the log was changed'))
    end as problem
  from committed_versions('${type}') c
  where c.digest is distinct from c.present_digest or c.row_tags is distinct from c.present_tags`;

/** A row that begins or ends with no version of its record is part of no commitment. */
function ownerCheck({ table, owners }: HistorySpec): Omit<LedgerCheck, 'title'> {
  const ends = owners.flatMap(({ column, via, key }) => {
    const join = via
      ? `join (select id, "${column}" from ${via}
          union select id, "${column}" from ${via}_history) o on o.id = x."${key}"`
      : '';
    const owner = `${via ? 'o' : 'x'}."${column}"`;
    return [
      [table, 'valid_from', 'begins'],
      [`${table}_history`, 'valid_from', 'begins'],
      [`${table}_history`, 'valid_to', 'ends'],
    ].map(
      ([from, at, verb]) => `
        select ${owner} as owner, x.${at} as at, '${verb}' as verb from ${from} x ${join}
        where ${owner} is not null and not exists (
          select from revision r where r.record_id = ${owner} and r.at = x.${at})`,
    );
  });
  const isOwned = owners.map(({ column, via, key }) =>
    via
      ? `exists (select from ${via} o where o.id = x."${key}")
         or exists (select from ${via}_history o where o.id = x."${key}")`
      : `x."${column}" is not null`,
  );
  const ownerless = ['', '_history'].map(
    (suffix) => `
      select 'a row of ${table}${suffix} since ' || x.valid_from as place,
        'belongs to no record' as problem, x.valid_from as at
      from ${table}${suffix} x where not (${isOwned.join(' or ')})`,
  );
  return {
    faults: `
      select place, problem from (
        select format('a row of ${table} of %s', owner) as place,
          format('%s at %s, when its record has no version', verb, at) as problem, at
        from (${ends.join(' union all ')}) f
        union all ${ownerless.join(' union all ')}
      ) f order by at, place`,
    count: `select (select count(*) from ${table}) + (select count(*) from ${table}_history)`,
  };
}

const reasonCheck: LedgerCheck = {
  title: 'reasons of writes are those that the log committed to',
  faults: `
    select 'the reason of write ' || seq as place, 'was changed' as problem
    from (
      select w.seq, w.rationale, coalesce(c.digest, w.rationale_digest) as digest,
        case when c.seq is null then w.rationale_salt else c.salt end as salt
      from write_log w
      left join lateral (
        select c.* from recommitment c
        where c.target_seq = w.seq and c.record_id is null order by c.seq desc limit 1) c on true
    ) w
    where case
        when digest is null then rationale is not null or salt is not null
        else digest is distinct from rationale_digest(salt, seq, rationale)
      end
    order by w.seq`,
  count: 'select count(*) from write_log where rationale_digest is not null',
};

/** A commitment may only take the place of an earlier one, whose salt is then destroyed. */
const scrubCheck: LedgerCheck = {
  title: 'scrubbed contents have a later commitment, and no salt of the former one',
  faults: `
    select format('the commitment of write %s to write %s', seq, target_seq) as place, problem
    from (
      select c.seq, c.target_seq,
        case
          when w.seq is null then 'belongs to a write that is missing'
          when c.seq <= c.target_seq then 'is not later than what it replaces'
          when c.record_id is not null and r.seq is null then 'replaces no version'
          when c.record_id is null and t.rationale_digest is null then 'replaces no reason'
          when c.copies > 1 then 'is there twice'
          when (case when c.record_id is null then t.rationale_salt else r.salt end) is not null
            then 'leaves the salt of the former one'
          when (c.salt is null) <> (c.next_seq is not null) then 'has a wrong salt'
        end as problem
      from (
        select x.*,
          lead(x.seq) over (partition by x.target_seq, x.record_id order by x.seq) as next_seq,
          count(*) over (partition by x.seq, x.target_seq, x.record_id) as copies
        from recommitment x
      ) c
      left join write_log w on w.seq = c.seq
      left join write_log t on t.seq = c.target_seq
      left join revision r on r.seq = c.target_seq and r.record_id = c.record_id
    ) f
    where problem is not null order by seq, target_seq`,
  count: 'select count(*) from recommitment',
};

/** Hashes of the first format, which a scrub removes, show that an old head is of this ledger. */
const formerHashCheck: LedgerCheck = {
  title: 'writes have the hash that an older version gave them',
  faults: `
    select 'write ' || seq as place, 'had another hash in the older version' as problem
    from (
      select w.seq, w.former_hash, lag(w.former_hash) over (order by w.seq) as former_before,
        lag(w.seq) over (order by w.seq) is null as is_first
      from write_log w
    ) w
    where former_hash is not null and (is_first or former_before is not null)
      and former_hash <> former_write_hash(seq, former_before)
    order by w.seq`,
  count: 'select count(former_hash) from write_log',
};
