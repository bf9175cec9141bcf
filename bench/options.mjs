import { parseArgs } from 'node:util';
import { BenchError } from './bench-error.mjs';

export const contenders = ['limit', 'dataloader', 'postgraphile', 'claimgraph'];
export const queries = ['claim', 'page', 'faction', 'reports', 'statistics', 'typename'];

export const usage = `npm run bench -- [options]
  --claims N[,N…]      claims in the ledger; each size is a run of its own (20000,200000,2000000)
  --rounds N           rounds; the results are medians over them (5)
  --seconds N          length of one measurement, in seconds (4)
  --connections N      connections, each with one request at a time (16)
  --contenders A[,…]   any of ${contenders.join(', ')}; limit always takes part
  --queries A[,…]      any of ${queries.join(', ')}
  --json FILE          also write the figures to a JSON file`;

/** The command line is wrong. The message is one line for the person who typed it. */
export class OptionError extends BenchError {}

/** Numbers from a comma-separated list. @throws {OptionError} */
export const numbersOf = (name, text, minimum, { integer = true } = {}) =>
  text.split(',').map((each) => {
    const number = Number(each);
    const isValid = integer ? Number.isInteger(number) : Number.isFinite(number);
    if (each.trim() === '' || !isValid || number < minimum)
      throw new OptionError(
        `--${name} must be ${integer ? 'a whole number' : 'a number'}, ${minimum} or more, ` +
          `not "${each}".`,
      );
    return number;
  });

/** Exactly one number. @throws {OptionError} */
export const numberOf = (name, text, minimum, rule) => {
  const numbers = numbersOf(name, text, minimum, rule);
  if (numbers.length > 1) throw new OptionError(`--${name} takes one number, not "${text}".`);
  return numbers[0];
};

/** The chosen names, in the order of `choices`. @throws {OptionError} */
export const choicesOf = (name, text, choices) => {
  const chosen = text.split(',');
  const unknown = chosen.find((each) => !choices.includes(each));
  if (unknown !== undefined)
    throw new OptionError(`--${name} must be any of ${choices.join(', ')}, not "${unknown}".`);
  return choices.filter((each) => chosen.includes(each));
};

/** The command line by its options. @throws {OptionError} */
export function parseOptions(args, options) {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    const problem = error.message.split('. ')[0].replace(/\.$/, '');
    throw new OptionError(`${problem}. --help lists the options.`);
  }
}

/** A text option with its default value. */
export const textOption = (standard) => ({ type: 'string', default: standard });

/** @throws {OptionError} */
export function readOptions(args) {
  const values = parseOptions(args, {
    claims: textOption('20000,200000,2000000'),
    rounds: textOption('5'),
    seconds: textOption('4'),
    connections: textOption('16'),
    contenders: textOption(contenders.join()),
    queries: textOption(queries.join()),
    json: { type: 'string' },
    help: { type: 'boolean' },
  });
  if (values.help) return { help: true };
  return {
    claims: [...new Set(numbersOf('claims', values.claims, 20_000))],
    rounds: numberOf('rounds', values.rounds, 1),
    seconds: numberOf('seconds', values.seconds, 0.1, { integer: false }),
    connections: numberOf('connections', values.connections, 1),
    // Every ratio is relative to LIMIT.
    contenders: choicesOf('contenders', `limit,${values.contenders}`, contenders),
    queries: choicesOf('queries', values.queries, queries),
    json: values.json,
  };
}
