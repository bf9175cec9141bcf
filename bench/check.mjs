import { BenchError } from './bench-error.mjs';
import { comparable, requestBodies } from './queries/queries.mjs';

/** Sends one request to a server. @throws {BenchError} for any answer but a clean 200. */
export async function post({ name, port }, body) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  if (!response.ok || JSON.parse(text).errors)
    throw new BenchError(`${name} answers ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

/** The parts of both texts around the first character that differs. */
function excerptsAtDifference(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const excerpt = (text) => `${at > 120 ? '…' : ''}${text.slice(Math.max(0, at - 120), at + 200)}`;
  return [excerpt(a), excerpt(b)];
}

/**
 * Sends every request that will be measured to every server, and compares the answers with those of
 * the first server.
 *
 * @param normalize makes answers of different servers comparable; by default their JSON is
 * compared without regard to spacing
 * @throws {BenchError} at the first answer that differs
 */
export async function checkAnswers(servers, variables, queries, normalize = comparable) {
  const [reference, ...others] = servers;
  for (const query of queries) {
    const expected = await answersOf(reference, query, variables[query]);
    for (const server of others) {
      const answers = await answersOf(server, query, variables[query]);
      answers.forEach((answer, i) => {
        const [ours, theirs] = [expected[i], answer].map((text) => normalize(server.name, text));
        if (theirs === ours) return;
        const [left, right] = excerptsAtDifference(ours, theirs);
        throw new BenchError(
          `${server.name} and ${reference.name} answer ${query} differently, with ` +
            `${JSON.stringify(variables[query][i])}\n` +
            `  ${reference.name}: ${left}\n  ${server.name}: ${right}`,
        );
      });
    }
  }
}

async function answersOf(server, query, variables) {
  const answers = [];
  for (const body of requestBodies(server.name, query, variables))
    answers.push(await post(server, body));
  return answers;
}
