import 'reflect-metadata';
import { dataSource } from '../database/data-source.ts';
import { generate } from '../database/generate.ts';
import { routineFunctions } from '../database/routines/index.ts';
import { startTestCluster } from '../testing/cluster.ts';

/**
 * `npm run migration -- Name`: writes the migration from the committed migrations to the entities.
 */
const name = process.argv[2] ?? '';
if (!/^[A-Z][A-Za-z0-9]+$/.test(name)) {
  console.error('Give the migration a name in PascalCase: npm run migration -- AddClaimUrgency');
  process.exit(1);
}
const cluster = await startTestCluster();
try {
  const database = await dataSource(cluster.url).initialize();
  await database.query(routineFunctions());
  await database.runMigrations();
  const file = await generate(database, name, new Date());
  console.log(
    file
      ? `Wrote ${file}. Read it, and add it to database/migrations/index.ts.`
      : 'Migrations and entities agree.',
  );
  await database.destroy();
} finally {
  await cluster.stop();
}
