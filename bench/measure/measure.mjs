import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Fault } from '../fault.mjs';
import { here } from '../house.mjs';
import { bodiesOf } from '../queries/queries.mjs';
import { memoryOf } from './processes.mjs';

/** How long a contender is asked before it is measured: at first, so that all code is compiled; later, so that caches are warm again. */
const warmUps = { first: 3, later: 0.3 };

/** The load generator: one measurement at a time. */
function generator() {
  const child = fork(join(here, 'measure', 'load-generator.mjs'));
  const measure = (task) =>
    new Promise((resolve, reject) => {
      child.removeAllListeners();
      child.once('exit', (code) => reject(new Error(`the load generator ended (${code})`)));
      child.once('message', ({ result, error }) =>
        error ? reject(new Error(error)) : resolve(result),
      );
      child.send(task);
    });
  return { measure, stop: () => child.kill() };
}

/**
 * Measures each query with each contender, round by round. In a round the contenders take turns, and in the next in reverse, so that what
 * changes on the machine meanwhile is on no one's account alone.
 *
 * @returns {Promise<{ rounds: { query: string, contender: string, round: number, rps: number }[], memory: Record<string, { now: number, most: number }> }>}
 */
export async function measureAll(
  { running, variables, postmaster, queries, rounds, seconds, connections },
  tell,
) {
  const load = generator();
  const found = [];
  const once = async (query, contender, warmUp, time) => {
    const bodies = bodiesOf(contender.name, query, variables[query]);
    const common = { port: contender.port, node: contender.pid, postmaster, connections };
    try {
      return await load.measure({ ...common, bodies, warmUp, seconds: time });
    } catch (error) {
      throw new Fault(`${contender.name}, ${query}: ${error.message}`);
    }
  };
  try {
    for (const query of queries)
      for (const contender of running) await once(query, contender, warmUps.first, 0.1);
    for (let round = 1; round <= rounds; round++) {
      const order = round % 2 ? running : [...running].reverse();
      for (const query of queries) {
        for (const contender of order) {
          const measured = await once(query, contender, warmUps.later, seconds);
          if (measured.requests === 0)
            throw new Fault(
              `${contender.name}, ${query}: no answer within ${seconds} s; give more --seconds.`,
            );
          found.push({ query, contender: contender.name, round, ...measured });
        }
      }
      tell(`round ${round} of ${rounds}`);
    }
  } finally {
    load.stop();
  }
  return {
    rounds: found,
    memory: Object.fromEntries(running.map(({ name, pid }) => [name, memoryOf(pid)])),
  };
}
