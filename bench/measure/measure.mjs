import { fork } from 'node:child_process';
import { join } from 'node:path';
import { BenchError } from '../bench-error.mjs';
import { benchFolder } from '../paths.mjs';
import { requestBodies } from '../queries/queries.mjs';
import { memoryOf } from './processes.mjs';

/**
 * Seconds of load before a measurement: at first until all code is compiled, later until caches are
 * warm again.
 */
const warmUps = { first: 3, later: 0.3 };

/** The load generator, a process of its own. It runs one measurement at a time. */
function startLoadGenerator() {
  const child = fork(join(benchFolder, 'measure', 'load-generator.mjs'));
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
 * Measures each query on each server, round by round. Within a round the servers take turns, and
 * the order is reversed in every second round, so that other load on the machine favours none of
 * them.
 *
 * @returns {Promise<{ rounds: { query: string, contender: string, round: number, rps: number }[],
 *   memory: Record<string, { now: number, peak: number }> }>}
 */
export async function measureAll(
  { servers, variables, postmaster, queries, rounds, seconds, connections },
  log,
) {
  const generator = startLoadGenerator();
  const measurements = [];
  const measure = async (query, server, warmUp, duration) => {
    const bodies = requestBodies(server.name, query, variables[query]);
    const target = { port: server.port, node: server.pid, postmaster, connections };
    try {
      return await generator.measure({ ...target, bodies, warmUp, seconds: duration });
    } catch (error) {
      throw new BenchError(`${server.name}, ${query}: ${error.message}`);
    }
  };
  try {
    for (const query of queries)
      for (const server of servers) await measure(query, server, warmUps.first, 0.1);
    for (let round = 1; round <= rounds; round++) {
      const order = round % 2 ? servers : [...servers].reverse();
      for (const query of queries) {
        for (const server of order) {
          const measured = await measure(query, server, warmUps.later, seconds);
          if (measured.requests === 0)
            throw new BenchError(
              `${server.name}, ${query}: no answer within ${seconds} s. Use a larger --seconds.`,
            );
          measurements.push({ query, contender: server.name, round, ...measured });
        }
      }
      log(`round ${round} of ${rounds}`);
    }
  } finally {
    generator.stop();
  }
  return {
    rounds: measurements,
    memory: Object.fromEntries(servers.map(({ name, pid }) => [name, memoryOf(pid)])),
  };
}
