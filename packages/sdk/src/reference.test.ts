import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';

const sdl = readFileSync(new URL('../../server/schema.graphql', import.meta.url), 'utf8');
const schema = buildSchema(sdl);
const path = '../../../scripts/reference/examples.mjs';
const { examples } = (await import(path)) as { examples: { field: string; text: string }[] };

/** `npm run docs` runs these examples. A root field that is added needs one. */
test('the reference of the API has a valid example of each root field', () => {
  const rootFields = [schema.getQueryType()!, schema.getMutationType()!].flatMap((type) =>
    Object.keys(type.getFields()),
  );
  expect(examples.map(({ field }) => field).sort()).toEqual(rootFields.sort());
  for (const { field, text } of examples)
    expect([field, validate(schema, parse(text))]).toEqual([field, []]);
});
