import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By hand: functions and triggers have new names, which are installed after the migrations. */
export class RenameRoutines1795998835607 implements MigrationInterface {
  name = 'RenameRoutines1795998835607';

  async up(runner: QueryRunner): Promise<void> {
    const functions = [
      'keep_claim_lists()',
      'keep_claim_within()',
      'keep_claim_of_faction()',
      'keep_claim_of_source()',
      'keep_events()',
      'keep_figures()',
      'keep_locations()',
      'keep_name_keys()',
      'keep_names()',
      'keep_tally()',
      'settle_claims(uuid[])',
      'settle_events(uuid[])',
      'settle_locations(uuid[])',
      'settle_name_keys()',
      'recount()',
      'keep_history(text, jsonb, jsonb)',
      'align_twin(text)',
      'folded(text)',
      'asked_words(text, boolean)',
    ];
    // CASCADE drops the triggers that call them.
    for (const name of functions) await runner.query(`DROP FUNCTION IF EXISTS ${name} CASCADE`);
  }

  /** Nothing to do: an older version installs its own routines. */
  async down(): Promise<void> {}
}
