/**
 * Tables outside records whose rows the log commits to, one by one: who may read and write, what
 * was read, what is sealed, and what files said. The triggers of `history/row-commitments.sql` do.
 */
export const committedTables = [
  'api_key',
  'identity_grant',
  'identity_reading',
  'import_conflict',
  'import_row',
  'source_identity',
] as const;

/** The log itself. The hashes of writes cover it. */
export const logTables = ['write_log', 'revision', 'recommitment', 'row_commitment'] as const;

/**
 * Tables that nothing commits to, each with the reason. A new table needs a decision: a test fails
 * for one that is in none of these lists and has no history.
 */
export const uncommittedTables: Readonly<Record<string, string>> = {
  claim_event: 'Derived from links; verify computes it again.',
  claim_of_faction: 'Derived from claims; verify computes it again.',
  claim_of_source: 'Derived from claims; verify computes it again.',
  claim_within: 'Derived from claims and places; verify computes it again.',
  history_table: 'Describes the installation; verify compares it with this version.',
  idempotency_key: 'Answers to repeated requests, for a day.',
  identity_lookup: 'Derived from sealed identities, which are committed to, with the master key.',
  import_batch: 'The progress of an import.',
  import_match: 'Where the next import finds a record. What imports wrote is committed to.',
  import_parent: 'Places whose area is not imported yet.',
  import_run: 'The progress of an import. Its rows are committed to.',
  ledger_key: 'Secrets from which ids, pseudonyms and hashes are derived.',
  location_within: 'Derived from places; verify computes it again.',
  master_key_check: 'Derived from the master key, which is not in the database.',
  migrations: 'Describes the installation; verify refuses another one.',
  name_key: 'Derived from names; verify computes it again.',
  name_synonym: 'A setting of searches.',
  outlet_alias: 'A setting of imports.',
  redacted_record: 'Which lines of a file withheld something, for the next import.',
  routines: 'Describes the installation; verify refuses another one.',
  scrubbed: 'Counts during a write only.',
  tally: 'Derived from claims; verify computes it again.',
  touched: 'Counts during a write only.',
  viewer_session: 'Browsers that are signed in, for some hours. Their keys are committed to.',
};
