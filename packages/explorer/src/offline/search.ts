import type { CaseData } from './case-data.ts';

interface Question {
  readonly text?: string;
  readonly types?: readonly string[] | null;
}

/** Records of a saved case whose names, or claims and reports whose words, contain a text. */
export function findInCase(saved: CaseData, { text = '', types }: Question) {
  const wanted = text.trim().toLowerCase();
  const { claims, reports, sources, factions, locations } = saved;
  const lists = [
    ['Location', locations.map((each) => [each, each.label, namesOf(each)] as const)],
    ['Faction', factions.map((each) => [each, each.name, namesOf(each)] as const)],
    ['Source', sources.map((each) => [each, each.name, namesOf(each)] as const)],
    ['Report', reports.map((each) => [each, each.title, [each.title]] as const)],
    ['Claim', claims.map((each) => [each, each.statement, [each.statement]] as const)],
  ] as const;
  return lists.flatMap(([type, records]) =>
    types && !types.includes(type.toUpperCase())
      ? []
      : records
          .filter(([, , names]) => names.some((name) => name.toLowerCase().includes(wanted)))
          .map(([{ id }, label]) => ({
            ...{ label, rule: 'CONTAINS', score: 1, name: null },
            record: { __typename: type, id },
          })),
  );
}

const namesOf = ({ names }: { readonly names: readonly { readonly text: string }[] }) =>
  names.map(({ text }) => text);
