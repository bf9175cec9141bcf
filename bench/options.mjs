import { parseArgs } from 'node:util';
import { Fault } from './fault.mjs';

export const contenders = ['limit', 'dataloader', 'postgraphile', 'claimgraph'];
export const queries = ['claim', 'page', 'faction', 'reports', 'statistics', 'typename'];

export const usage = `npm run bench -- [options]
  --claims N[,N…]      how many claims the ledger holds; each is a run of its own (20000,200000,2000000)
  --rounds N           rounds, whose median is told (5)
  --seconds N          seconds of a measurement (4)
  --connections N      requests under way at once (16)
  --contenders A[,…]   of ${contenders.join(', ')}; limit is always among them
  --queries A[,…]      of ${queries.join(', ')}
  --json FILE          the figures as JSON, too`;

/** The options are wrong; the message is one line for the person who gave them. */
export class OptionError extends Fault {}

const numbers = (name, text, least, whole = true) =>
  text.split(',').map((each) => {
    const number = Number(each);
    if (
      each.trim() === '' ||
      !(number >= least) ||
      number === Number.POSITIVE_INFINITY ||
      (whole && !Number.isInteger(number))
    )
      throw new OptionError(
        `--${name} must be ${whole ? 'a whole number' : 'a number'}, ${least} or more, not "${each}".`,
      );
    return number;
  });

const one = (...given) => {
  const found = numbers(...given);
  if (found.length > 1) throw new OptionError(`--${given[0]} takes one number, not "${given[1]}".`);
  return found[0];
};

const among = (name, text, known) => {
  const given = text.split(',');
  const wrong = given.find((each) => !known.includes(each));
  if (wrong !== undefined)
    throw new OptionError(`--${name} knows ${known.join(', ')}, not "${wrong}".`);
  return known.filter((each) => given.includes(each));
};

/** @throws {OptionError} */
export function readOptions(args) {
  const values = parse(args);
  if (values.help) return { help: true };
  return {
    claims: [...new Set(numbers('claims', values.claims, 20_000))],
    rounds: one('rounds', values.rounds, 1),
    seconds: one('seconds', values.seconds, 0.1, false),
    connections: one('connections', values.connections, 1),
    // Every ratio is to LIMIT.
    contenders: among('contenders', `limit,${values.contenders}`, contenders),
    queries: among('queries', values.queries, queries),
    json: values.json,
  };
}

function parse(args) {
  const text = (standard) => ({ type: 'string', default: standard });
  try {
    const options = {
      claims: text('20000,200000,2000000'),
      rounds: text('5'),
      seconds: text('4'),
      connections: text('16'),
      contenders: text(contenders.join()),
      queries: text(queries.join()),
      json: { type: 'string' },
      help: { type: 'boolean' },
    };
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    throw new OptionError(
      `${error.message.split('. ')[0].replace(/\.$/, '')}. --help tells the options.`,
    );
  }
}
