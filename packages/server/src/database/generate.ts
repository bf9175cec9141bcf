import { writeFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';

/**
 * The statements that TypeORM finds necessary to make the tables match the entities, and their
 * reverse.
 */
export const drift = async (database: DataSource): Promise<{ up: string[]; down: string[] }> => {
  const { upQueries, downQueries } = await database.driver.createSchemaBuilder().log();
  return {
    up: upQueries.map(({ query }) => query),
    down: downQueries.map(({ query }) => query).reverse(),
  };
};

const statements = (queries: readonly string[]) =>
  queries.map((query) => `    await runner.query(${templateLiteral(query)});`).join('\n');
const templateLiteral = (query: string) =>
  `\`${query.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\``;

/**
 * Writes a migration for the difference between a migrated database and the entities. Read it
 * before you commit it.
 *
 * @returns the file; undefined if there is no difference
 */
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

/** Generated and reviewed. */
export class ${title} implements MigrationInterface {
  name = '${title}';

  async up(runner: QueryRunner): Promise<void> {
${statements(up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${statements(down)}
  }
}
`;
  const file = new URL(`migrations/${time}-${name}.ts`, import.meta.url).pathname;
  await writeFile(file, text);
  return file;
}
