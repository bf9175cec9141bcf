import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By hand: no table changes, but `tally` sums what is said to have happened once more. */
export class WhatHappened1795658000000 implements MigrationInterface {
  name = 'WhatHappened1795658000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT recount()');
    await runner.query('DROP INDEX IF EXISTS tally_counts_idx, claim_within_event_idx');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM tally WHERE modality = ''`);
  }
}
