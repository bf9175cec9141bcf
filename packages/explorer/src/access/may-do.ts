import { isKnown, roles, valuesOf } from '@claimgraph/sdk/lists';

/** What a viewer needs for an action. Roles that this version does not know may only read. */
export type NeededRole = 'ANALYST' | 'EDITOR' | 'ADMIN';

/** Whether a role includes the one that is needed. */
export function mayDo(role: string, needed: NeededRole): boolean {
  const order = valuesOf(roles);
  return isKnown(roles, role) && order.indexOf(role) >= order.indexOf(needed);
}
