import { roles } from '@claimgraph/sdk/lists';
import type { ReactNode } from 'react';
import { isSavedCase } from '../offline/saved-case.ts';
import { useLanguage } from '../words/language.ts';
import type { NeededRole } from './may-do.ts';
import { useViewer } from './use-viewer.ts';

interface ForRoleProps {
  needed: NeededRole;
  /** What the role is for, such as "Assess". It is said where it is not offered. */
  action: string;
  children: ReactNode;
}

/** Offers an action to those who may do it. Others read which role it needs. */
export function ForRole({ needed, action, children }: ForRoleProps) {
  const { words, label } = useLanguage();
  const { may, isKnown } = useViewer();
  // A saved case has no server that could be written to.
  if (!isKnown || isSavedCase) return null;
  return may(needed) ? (
    children
  ) : (
    <p className="aside needs-role">{words.needsRole(action, label(roles, needed))}</p>
  );
}
