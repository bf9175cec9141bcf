import type { Issue } from '@claimgraph/sdk';
import { createContext, useContext } from 'react';
import { problemsAt } from './local-problems.ts';

/** What is wrong with the draft, by path. */
export const ProblemsContext = createContext<readonly Issue[]>([]);

/** The problems of a field. */
export const useProblems = (at: Issue['path']): readonly Issue[] =>
  problemsAt(useContext(ProblemsContext), at);

/** The id of the element that lists the problems of a field. */
export const problemsId = (at: Issue['path']): string => `problems-${at.join('-')}`;

/** Says what is wrong with a field, with the records that may be meant. */
export function Problems({ at }: { at: Issue['path'] }) {
  const problems = useProblems(at);
  if (problems.length === 0) return null;
  return (
    <ul className="problem" id={problemsId(at)}>
      {problems.map(({ path, message }) => (
        <li key={`${path.join('.')} ${message}`}>
          <bdi>{message}</bdi>
        </li>
      ))}
    </ul>
  );
}
