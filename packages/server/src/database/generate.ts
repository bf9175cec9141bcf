import { writeFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';

/** What would bring the tables to the entities, as TypeORM sees it. */
export const drift = async (database: DataSource): Promise<{ up: string[]; down: string[] }> => {
  const { upQueries, downQueries } = await database.driver.createSchemaBuilder().log();
  return {
    up: upQueries.map(({ query }) => query),
    down: downQueries.map(({ query }) => query).reverse(),
  };
};

const steps = (queries: readonly string[]) =>
  queries.map((query) => `    await runner.query(${quoted(query)});`).join('\n');
const quoted = (query: string) =>
  `\`${query.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``;

/** Writes a migration for the difference between a migrated database and the entities. Read it before you commit it. */
export async function generate(
  database: DataSource,
  name: string,
  now: Date,
): Promise<string | undefined> {
  const { up, down } = await drift(database);
  if (up.length === 0) return undefined;
  const time = now.getTime();
  const title = `${name}${time}`;
  const text = `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Generated, then read. */
export class ${title} implements MigrationInterface {
  name = '${title}';

  async up(runner: QueryRunner): Promise<void> {
${steps(up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${steps(down)}
  }
}
`;
  const file = new URL(`migrations/${time}-${name}.ts`, import.meta.url).pathname;
  await writeFile(file, text);
  return file;
}
