import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Totals leave out refuted and retracted claims: sums them up again in the roll-up. */
export class RefutedOutsideTotals1796010000000 implements MigrationInterface {
  name = 'RefutedOutsideTotals1796010000000';

  public async up(runner: QueryRunner): Promise<void> {
    await sumUp(runner, `status NOT IN ('', 'REFUTED', 'RETRACTED')`);
  }

  public async down(runner: QueryRunner): Promise<void> {
    await sumUp(runner, `status <> ''`);
  }
}

/** The rows without modality and status follow from the others. */
async function sumUp(runner: QueryRunner, statuses: string): Promise<void> {
  await runner.query(`DELETE FROM tally WHERE modality = '' AND status = ''`);
  await runner.query(`
    INSERT INTO tally (location_id, month, kind, modality, status, measure,
      entries, sum_min, sum_best, sum_max, mins, bests, maxes)
    SELECT location_id, month, kind, '', '', measure, sum(entries),
      sum(sum_min), sum(sum_best), sum(sum_max), sum(mins), sum(bests), sum(maxes)
    FROM tally WHERE modality IN ('ASSERTED', 'ESTIMATED', 'ALLEGED') AND ${statuses}
    GROUP BY 1, 2, 3, 6`);
}
