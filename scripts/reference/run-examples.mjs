import { parse, print } from 'graphql';
import { makeConflicts } from './conflicts.mjs';
import { examples } from './examples.mjs';

/**
 * Runs the examples on a server, in their order. Returns the text, variables and answer of each, by
 * its field. Throws if one fails, or if a root field of the schema has none.
 */
export async function runExamples({ url, key }, schema) {
  const authorization = `Bearer ${key}`;
  const ask = async (query, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(`${query}\n${JSON.stringify(errors, null, 2)}`);
    return data;
  };
  const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type.getFields()),
  );
  const missing = fields.filter((field) => !examples.some((example) => example.field === field));
  if (missing.length > 0)
    throw new Error(`scripts/reference/examples.mjs has no example of ${missing.join(', ')}.`);

  await makeConflicts(url, authorization, ask);
  const seen = {};
  const results = new Map();
  for (const { field, text, variables: variablesFrom = () => ({}) } of examples) {
    const variables = variablesFrom(seen);
    const answer = await ask(text, variables);
    seen[field] = answer[field];
    results.set(field, { text: print(parse(text)), variables, answer });
  }
  return results;
}
