import type { MigrationInterface, QueryRunner } from 'typeorm';
import { fillClaimEvent, fillClaimIndexTables, fillTally } from './fill-claim-tables.ts';

/**
 * Generated and reviewed. The claim index tables are emptied and filled again, because their new
 * columns may not be null.
 */
export class FindAndCount1795629580594 implements MigrationInterface {
  name = 'FindAndCount1795629580594';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."claim_kind_idx"`);
    await runner.query(
      `CREATE TABLE "claim_event" ("claim_id" uuid NOT NULL, "event_id" uuid NOT NULL, CONSTRAINT "claim_event_pkey" PRIMARY KEY ("claim_id"))`,
    );
    await runner.query(`CREATE INDEX "claim_event_event_id_idx" ON "claim_event"  ("event_id") `);
    await runner.query(
      `CREATE TABLE "tally" ("location_id" uuid NOT NULL, "month" text NOT NULL, "kind" text NOT NULL, "modality" text NOT NULL, "status" text NOT NULL, "measure" text NOT NULL, "entries" bigint NOT NULL, "sum_min" bigint NOT NULL, "sum_best" bigint NOT NULL, "sum_max" bigint NOT NULL, "mins" bigint NOT NULL, "bests" bigint NOT NULL, "maxes" bigint NOT NULL, CONSTRAINT "tally_pkey" PRIMARY KEY ("location_id", "month", "kind", "modality", "status", "measure"))`,
    );
    await runner.query(`TRUNCATE claim_within, claim_of_faction, claim_of_source`);
    // The claim comes first: other indexes begin with the location, faction or source.
    await runner.query(
      `ALTER TABLE claim_within DROP CONSTRAINT claim_within_pkey, ADD CONSTRAINT claim_within_pkey PRIMARY KEY (claim_id, location_id)`,
    );
    await runner.query(
      `ALTER TABLE claim_of_faction DROP CONSTRAINT claim_of_faction_pkey, ADD CONSTRAINT claim_of_faction_pkey PRIMARY KEY (claim_id, faction_id)`,
    );
    await runner.query(
      `ALTER TABLE claim_of_source DROP CONSTRAINT claim_of_source_pkey, ADD CONSTRAINT claim_of_source_pkey PRIMARY KEY (claim_id, source_id)`,
    );
    await runner.query(`ALTER TABLE "claim_within" ADD "kind" text NOT NULL`);
    await runner.query(`ALTER TABLE "claim_within" ADD "modality" text NOT NULL`);
    await runner.query(`ALTER TABLE "claim_within" ADD "status" text NOT NULL`);
    await runner.query(`ALTER TABLE "claim_within" ADD "starts" date`);
    await runner.query(`ALTER TABLE "claim_within" ADD "span" smallint`);
    await runner.query(`ALTER TABLE "claim_within" ADD "event_id" uuid`);
    await runner.query(`ALTER TABLE "claim_within" ADD "figures" jsonb`);
    await runner.query(`ALTER TABLE "claim_of_faction" ADD "kind" text NOT NULL`);
    await runner.query(`ALTER TABLE "claim_of_faction" ADD "modality" text NOT NULL`);
    await runner.query(`ALTER TABLE "claim_of_faction" ADD "status" text NOT NULL`);
    await runner.query(`ALTER TABLE "claim_of_faction" ADD "starts" date`);
    await runner.query(`ALTER TABLE "claim_of_faction" ADD "span" smallint`);
    await runner.query(`ALTER TABLE "claim_of_faction" ADD "event_id" uuid`);
    await runner.query(`ALTER TABLE "claim_of_source" ADD "kind" text NOT NULL`);
    await runner.query(`ALTER TABLE "claim_of_source" ADD "modality" text NOT NULL`);
    await runner.query(`ALTER TABLE "claim_of_source" ADD "status" text NOT NULL`);
    await runner.query(`ALTER TABLE "claim_of_source" ADD "starts" date`);
    await runner.query(`ALTER TABLE "claim_of_source" ADD "span" smallint`);
    await runner.query(`ALTER TABLE "claim_of_source" ADD "event_id" uuid`);
    // This index is created again, with other columns, after the migrations.
    await runner.query(`DROP INDEX IF EXISTS claim_recorded_idx`);
    for (const statement of [fillClaimEvent, ...fillClaimIndexTables, fillTally])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "claim_of_source" DROP COLUMN "event_id"`);
    await runner.query(`ALTER TABLE "claim_of_source" DROP COLUMN "span"`);
    await runner.query(`ALTER TABLE "claim_of_source" DROP COLUMN "starts"`);
    await runner.query(`ALTER TABLE "claim_of_source" DROP COLUMN "status"`);
    await runner.query(`ALTER TABLE "claim_of_source" DROP COLUMN "modality"`);
    await runner.query(`ALTER TABLE "claim_of_source" DROP COLUMN "kind"`);
    await runner.query(`ALTER TABLE "claim_of_faction" DROP COLUMN "event_id"`);
    await runner.query(`ALTER TABLE "claim_of_faction" DROP COLUMN "span"`);
    await runner.query(`ALTER TABLE "claim_of_faction" DROP COLUMN "starts"`);
    await runner.query(`ALTER TABLE "claim_of_faction" DROP COLUMN "status"`);
    await runner.query(`ALTER TABLE "claim_of_faction" DROP COLUMN "modality"`);
    await runner.query(`ALTER TABLE "claim_of_faction" DROP COLUMN "kind"`);
    await runner.query(`ALTER TABLE "claim_within" DROP COLUMN "figures"`);
    await runner.query(`ALTER TABLE "claim_within" DROP COLUMN "event_id"`);
    await runner.query(`ALTER TABLE "claim_within" DROP COLUMN "span"`);
    await runner.query(`ALTER TABLE "claim_within" DROP COLUMN "starts"`);
    await runner.query(`ALTER TABLE "claim_within" DROP COLUMN "status"`);
    await runner.query(`ALTER TABLE "claim_within" DROP COLUMN "modality"`);
    await runner.query(`ALTER TABLE "claim_within" DROP COLUMN "kind"`);
    await runner.query(`DROP TABLE "tally"`);
    await runner.query(`DROP INDEX "public"."claim_event_event_id_idx"`);
    await runner.query(`DROP TABLE "claim_event"`);
    await runner.query(`CREATE INDEX "claim_kind_idx" ON "claim" USING btree ("kind") `);
  }
}
