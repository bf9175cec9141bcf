import type { QueryRunner } from 'typeorm';

/** The most writes that are listed. All are counted. */
const maxListed = 20;

/**
 * Lines about the writes that replaced commitments, the last ones first. They are no faults, but a
 * head proves of the contents before it only that nothing replaced their commitments later.
 */
export async function scrubNotices(runner: QueryRunner, head?: string): Promise<string[]> {
  const writes: { text: string; after: boolean; total: string; later: string }[] =
    await runner.query(
      `select format('write %s by %s: %s', w.seq, w.by, w.action) as text, w.after,
         count(*) over () as total, count(*) filter (where w.after) over () as later
       from (
         select l.*, l.seq > (
           select max(h.seq) from write_log h where decode($1, 'hex') in (h.hash, h.former_hash)
         ) is true as after
         from write_log l where exists (select from recommitment c where c.seq = l.seq)
       ) w
       order by w.seq desc limit ${maxListed}`,
      [head ?? null],
    );
  const [first] = writes;
  if (!first) return [];
  return [
    `NOTE  ${first.total} writes replaced commitments to contents, ${first.later} of them after ` +
      'the given head',
    ...writes.map(({ text, after }) => `      ${after ? 'AFTER THE HEAD: ' : ''}${text}`),
  ];
}
