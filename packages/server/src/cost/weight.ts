import { weightsText } from './weights.ts';

/** What is usual for weights of a kind, in milliseconds. The kind is the start of the name. */
const defaults: readonly (readonly [prefix: string, ms: number])[] = [
  ['statement', 0.05],
  ['leaf', 0.0008],
  ['field ', 0.0003],
  ['joined row ', 0.00075],
  ['join', 0.003],
  ['list row', 0.003],
  ['list Revision.diff', 1],
  ['list ', 0.004],
  ['list', 0.004],
  ['page row', 0.004],
  ['page', 0.03],
  ['range', 0.01],
  ['row read', 0.001],
  ['row sorted', 0.0005],
  ['row searched in order', 0.002],
  ['row searched', 0.0005],
  ['row counted', 0.0003],
  ['count', 0.01],
  ['cursor', 0.001],
  ['connection ', 0.003],
  ['condition ', 0.0005],
  ['nested condition ', 0.01],
  ['nested search', 0.002],
  ['search run', 1],
  ['search name', 0.0006],
  ['search ', 0.001],
  ['order ', 0.0005],
  ['claim read', 0.0005],
  ['claim counted', 0.0003],
  ['claim joined', 0.003],
  ['area looked up', 0.008],
  ['claim hashed', 0.0004],
  ['roll-up row', 0.001],
  ['figures', 0.004],
  ['stats run', 0.1],
  ['marks run', 0.1],
  ['stats claim', 0.0005],
  ['marks claim', 0.003],
  ['stats by ', 0.001],
  ['marks by ', 0.001],
  ['nulls by ', 0.001],
  ['stats bucket', 0.001],
  ['marks bucket', 0.001],
];

/** The weight that is usual for a name. @throws Error for a name of no kind. */
export function defaultWeight(name: string): number {
  const found = defaults.find(([prefix]) => name.startsWith(prefix));
  if (!found) throw new Error(`${name} has no default weight`);
  return found[1];
}

const weights = new Map(
  weightsText
    .split(';')
    .map((entry): [string, number] => {
      const [name = '', ms] = entry.split(' = ');
      return [name.trim(), Number(ms)];
    })
    .filter(([name]) => name !== ''),
);

/** The fitted weight of a name, or what is usual where the fit had no statement with it. */
export const weightOf = (name: string): number => weights.get(name) ?? defaultWeight(name);
