import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Smaller indexes, which are created after the migrations: of the hashes of keys of outside data,
 * of the records that they stand for, and of the figures that name a faction.
 */
export class SmallerIndexes1796055600000 implements MigrationInterface {
  name = 'SmallerIndexes1796055600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX import_match_key');
    await runner.query('DROP INDEX import_match_record_id_idx');
    await runner.query('DROP INDEX quantity_of_faction_id_idx');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE UNIQUE INDEX import_match_key ON import_match (record_type, system, value)',
    );
    await runner.query('DROP INDEX IF EXISTS import_match_key_idx');
    await runner.query('DROP INDEX IF EXISTS import_match_record_id_idx');
    await runner.query('CREATE INDEX import_match_record_id_idx ON import_match (record_id)');
    await runner.query('DROP INDEX IF EXISTS quantity_of_faction_id_idx');
    await runner.query('CREATE INDEX quantity_of_faction_id_idx ON quantity (of_faction_id)');
  }
}
