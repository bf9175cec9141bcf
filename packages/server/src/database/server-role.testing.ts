import pg from 'pg';
import { scratchDatabase } from '../testing/scratch.ts';
import { migrateFor } from './server-role.ts';

export const missingPrivilege = '42501';
export const refusedByTrigger = '55000';

export const openWrite = `select open_write('somebody', 'something')`;
export const beginScrub = `select begin_scrub('REPORT', array(select id from report))`;

/** Creates a role for a server. Connects to a copy of the sample as its owner and as the role. */
export async function connectWithRole(role: string) {
  const ownerUrl = await scratchDatabase('sample');
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  await owner.query(`create role ${role} login password 'only-a-test'`);
  await migrateFor(ownerUrl, role);
  const serverUrl = urlWithRole(ownerUrl, role);
  const server = new pg.Client(serverUrl);
  await server.connect();

  /** The code of PostgreSQL's error for some statements of the server in one transaction. */
  const refusalOf = async (...statements: string[]): Promise<string | undefined> => {
    try {
      await server.query('begin');
      for (const each of statements) await server.query(each);
      return undefined;
    } catch (error) {
      return (error as pg.DatabaseError).code;
    } finally {
      await server.query('rollback');
    }
  };

  const stop = async () => {
    await server.end();
    await owner.query(`drop owned by ${role}; drop role ${role}`);
    await owner.end();
  };
  return { ownerUrl, owner, serverUrl, server, refusalOf, stop };
}

/** The URL of a database for the role of a server. */
export const urlWithRole = (ownerUrl: string, role: string): string =>
  Object.assign(new URL(ownerUrl), { username: role, password: 'only-a-test' }).href;
