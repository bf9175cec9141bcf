import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fillTally } from './fill-claim-tables.ts';

/** By hand: `tally` has a second sum of the claims that say that something happened. */
export class WhatHappened1795658000000 implements MigrationInterface {
  name = 'WhatHappened1795658000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('TRUNCATE tally');
    await runner.query(fillTally);
    await runner.query('DROP INDEX IF EXISTS tally_counts_idx, claim_within_event_idx');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM tally WHERE modality = ''`);
  }
}
