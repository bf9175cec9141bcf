import { StartError } from './start-error.ts';

/** What to do about errors of a migration, by their code, see PostgreSQL's manual, appendix A. */
const remedies: Readonly<Record<string, string>> = {
  25006: 'It is read-only, such as a standby. Give the address of the primary server.',
  42501:
    'The user of DATABASE_URL must own the database: alter database NAME owner to USER. Or run ' +
    'npx claimgraph migrate with the URL of the owner in CLAIMGRAPH_MIGRATE_URL.',
  '0A000': 'Install the contrib package of this PostgreSQL.',
  '58P01': 'Install the contrib package of this PostgreSQL.',
  '42P07': 'The database has tables of another program. Give one that is empty.',
  42723: 'The database has functions of another program. Give one that is empty.',
  53100: 'Its disk is full.',
};

/** An error of a migration that a person can remedy, in one line. Any other error as it is. */
export function explainMigrationError(error: unknown): unknown {
  const { code, message } = Object(Object(error).driverError ?? error);
  const remedy = remedies[code];
  return remedy
    ? new StartError(`The database cannot be prepared: ${message}. ${remedy}`, { cause: error })
    : error;
}
