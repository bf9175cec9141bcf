import { isKnown, roles, valuesOf } from '@claimgraph/sdk/lists';
import { currentViewerOptions } from '@claimgraph/sdk/react-query';
import { useQuery } from '@tanstack/react-query';
import { client } from '../data/client.ts';

/** What a viewer needs for an action. Roles that this version does not know may only read. */
export type NeededRole = 'ANALYST' | 'EDITOR' | 'ADMIN';

interface CurrentViewer {
  /** Undefined: nobody has signed in, or it is not known yet. */
  readonly name: string | undefined;
  readonly role: string;
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
    may: (needed) => mayDo(role, needed),
  };
}

/** Whether a role includes the one that is needed. */
export function mayDo(role: string, needed: NeededRole): boolean {
  const order = valuesOf(roles);
  return isKnown(roles, role) && order.indexOf(role) >= order.indexOf(needed);
}
