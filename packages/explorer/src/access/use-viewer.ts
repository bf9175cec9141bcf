import { currentViewerOptions } from '@claimgraph/sdk/react-query';
import { useQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';
import { mayDo, type NeededRole } from './may-do.ts';

interface CurrentViewer {
  /** Undefined: nobody has signed in, or it is not known yet. */
  readonly name: string | undefined;
  readonly role: string;
  /** False: the server has not said yet. */
  readonly isKnown: boolean;
  /** Whether the viewer may do what needs this role. Each role includes those before it. */
  may(needed: NeededRole): boolean;
}

/** Who reads the page, and what they may do. */
export function useViewer(): CurrentViewer {
  const { data } = useQuery({ ...currentViewerOptions(client, {}), staleTime: Infinity });
  const { name = 'anonymous', role = 'READER' } = data?.viewer ?? {};
  return {
    name: name === 'anonymous' ? undefined : name,
    role,
    isKnown: data !== undefined,
    may: (needed) => mayDo(role, needed),
  };
}
