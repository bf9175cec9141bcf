import { Fault } from './fault.mjs';
import { bodiesOf, comparable } from './queries/queries.mjs';

const headers = { 'content-type': 'application/json' };

async function ask({ name, port }, body) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers,
    body,
  });
  const text = await response.text();
  if (!response.ok || JSON.parse(text).errors)
    throw new Fault(`${name} answers ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

/** Both texts around the place where they part. */
function parting(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const around = (text) => `${at > 120 ? '…' : ''}${text.slice(Math.max(0, at - 120), at + 200)}`;
  return [around(a), around(b)];
}

/** Asks every contender every question that will be measured. @throws {Fault} when one answers otherwise than LIMIT does. */
export async function checkAnswers(running, variables, queries) {
  const [limit, ...others] = running;
  for (const query of queries) {
    const expected = await askAll(limit, query, variables[query]);
    for (const contender of others) {
      const given = await askAll(contender, query, variables[query]);
      given.forEach((text, i) => {
        const [ours, theirs] = [expected[i], text].map((answer) =>
          comparable(contender.name, answer),
        );
        if (theirs === ours) return;
        const [limitSays, itSays] = parting(ours, theirs);
        throw new Fault(
          `${contender.name} answers ${query} otherwise than limit, with ${JSON.stringify(variables[query][i])}\n  limit: ${limitSays}\n  ${contender.name}: ${itSays}`,
        );
      });
    }
  }
}

async function askAll(contender, query, variables) {
  const answers = [];
  for (const body of bodiesOf(contender.name, query, variables))
    answers.push(await ask(contender, body));
  return answers;
}
