/**
 * `npm run snapshots` records the SQL of the operations in `packages/server/src/compiler/__sql__`.
 * Read the diff before you commit it.
 */
import { spawnSync } from 'node:child_process';
import { root, tool } from './check/house.mjs';

const { status } = spawnSync(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    '--experimental-vm-modules',
    tool('jest', 'jest'),
    'packages/server/src/compiler/sql-snapshots.test.ts',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, CLAIMGRAPH_RECORD: '1' } },
);
process.exitCode = status ?? 1;
