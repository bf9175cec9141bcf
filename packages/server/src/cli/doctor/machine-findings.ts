import { existsSync } from 'node:fs';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../../config.ts';
import { clusterPaths } from '../../database/cluster.ts';
import { addressOf } from '../../database/connect.ts';
import { formatSize } from '../size.ts';
import { type Finding, judge } from './finding.ts';

/** What can be said without a database. */
export async function machineFindings(config: Config): Promise<Finding[]> {
  return [
    { status: 'ok', subject: 'Node.js', message: process.version },
    settingsFinding(config),
    ...(config.databaseUrl ? [] : await homeFindings(config.home)),
  ];
}

/** The password in DATABASE_URL is never shown. */
function settingsFinding({ host, isLocal, publicRead, databaseUrl, home }: Config): Finding {
  const database = databaseUrl
    ? `PostgreSQL at ${addressOf(databaseUrl)}`
    : `PostgreSQL in ${home}`;
  return judge(
    isLocal || !publicRead,
    'warn',
    'settings',
    `${database}, listens on ${host}`,
    'CLAIMGRAPH_PUBLIC_READ=1 lets everyone who reaches the server read the whole ledger, except ' +
      'for who the protected sources are.',
  );
}

async function homeFindings(home: string): Promise<Finding[]> {
  const { folder } = clusterPaths(home);
  const password = await stat(join(folder, 'password')).catch(() => undefined);
  const findings: Finding[] = [];
  if (password && process.platform !== 'win32')
    findings.push(
      judge(
        (password.mode & 0o077) === 0,
        'fail',
        'password',
        `${join(folder, 'password')} has the mode ${(password.mode & 0o777).toString(8)}`,
        'Other users of this machine can read it. Run chmod 600 on it.',
      ),
    );
  if (!existsSync(home)) return findings;
  const isWritable = await access(home, constants.W_OK).then(
    () => true,
    () => false,
  );
  findings.push(
    judge(
      isWritable,
      'fail',
      'folder',
      `${home} ${isWritable ? 'can be written to' : 'cannot be written to'}`,
      'Start as its owner, or set CLAIMGRAPH_HOME to a folder of your own.',
    ),
  );
  return findings;
}

/** Room for a database to grow, where its disk is this machine's. */
export async function diskFinding(
  { home, databaseUrl }: Config,
  databaseBytes: number,
): Promise<Finding[]> {
  if (databaseUrl) return [];
  const disk = await statfs(home).catch(() => statfs(dirname(home)));
  const free = disk.bavail * disk.bsize;
  const message = `${formatSize(free)} free`;
  const advice =
    'A full disk stops all writes, and then PostgreSQL. Make room, or move CLAIMGRAPH_HOME.';
  if (free < 500e6) return [{ status: 'fail', subject: 'disk', message, advice }];
  return [judge(free > databaseBytes, 'warn', 'disk', message, advice)];
}
