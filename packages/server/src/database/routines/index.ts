import { readFileSync } from 'node:fs';
import { fullTextFunctions } from '../../names/full-text.ts';
import { nameKeyFunctions } from '../../names/keys.ts';
import { likenessFunctions } from '../../names/likeness.ts';
import { placeFunctions } from '../../names/places.ts';
import { synonymFunctions, synonymRows } from '../../names/synonyms.ts';
import { createDerivedTables } from '../derived-tables.ts';
import { claimIndexFunctions, claimIndexTriggers } from './claim-index.ts';
import { claimRollupFunctions, claimRollupTriggers } from './claim-rollup.ts';
import { locationFunctions, locationTriggers } from './locations.ts';
import { recordNameFunctions, recordNameTriggers } from './record-names.ts';
import { statementTriggers } from './statement-triggers.ts';

/**
 * Key of the advisory lock that a write holds. A start takes it before it changes a table, or else
 * it may deadlock with a write. `open_write` in history/write-log.sql has the same number.
 */
export const logLock = 4841190;

const sqlFile = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The functions of the database. Run before migrations; safe to run again. */
export const routineFunctions = (): string =>
  [
    sqlFile('json.sql'),
    sqlFile('distance.sql'),
    sqlFile('../../history/write-log.sql'),
    sqlFile('../../history/commitments.sql'),
    sqlFile('../../history/chain.sql'),
    sqlFile('../../history/scrub.sql'),
    sqlFile('../../history/history-tables.sql'),
    sqlFile('../../history/history-triggers.sql'),
    sqlFile('../../history/row-changes.sql'),
    sqlFile('../../history/corrections.sql'),
    sqlFile('../../identity/scrub-source.sql'),
    sqlFile('check-write.sql'),
    sqlFile('claim-event.sql'),
    claimIndexFunctions,
    claimRollupFunctions,
    locationFunctions,
    recordNameFunctions,
    nameKeyFunctions,
    synonymFunctions,
    sqlFile('../../names/name-keys.sql'),
    likenessFunctions,
    fullTextFunctions,
    placeFunctions,
  ].join('\n');

/**
 * The derived tables and the triggers of the database. Run after migrations and `install_history`;
 * safe to run again.
 */
export const routineTriggers = (): string =>
  [
    createDerivedTables,
    sqlFile('../../history/log-triggers.sql'),
    sqlFile('../../identity/reading-triggers.sql'),
    claimIndexTriggers,
    claimRollupTriggers,
    statementTriggers('claim_link', 'maintain_claim_event'),
    locationTriggers,
    recordNameTriggers,
    statementTriggers('name', 'maintain_name_key'),
    synonymRows(),
    // The rules may have changed since the last installation.
    'do $$ begin perform rebuild_name_key(); end $$;',
  ].join('\n');
