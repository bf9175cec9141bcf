import pg from 'pg';

/**
 * Every row of every table as text, by table. `routines` has what is installed. `scrubbed` is left
 * out: it counts during a write only.
 */
export async function contentsOf(url: string): Promise<Record<string, unknown>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows: tables } = await client.query(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'S')
         and relname not in ('scrubbed', 'typeorm_metadata')
       order by relname`,
    );
    const contents: Record<string, unknown> = {};
    for (const { name } of tables) {
      const columns = name.endsWith('_seq') ? 'last_value, is_called' : 't.*';
      const { rows } = await client.query(
        `select array(select row(${columns})::text from "${name}" t order by 1) as rows`,
      );
      contents[name] = rows[0].rows;
    }
    return contents;
  } finally {
    await client.end();
  }
}
