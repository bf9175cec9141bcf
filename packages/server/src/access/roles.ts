import { closedList } from '../values/enums.ts';

export const Role = closedList(
  'Role',
  'What a viewer may do. Each role may also do everything that the roles before it may do.',
  {
    READER: 'Reads, searches and exports.',
    ANALYST: 'Records reports and claims, corrects, assesses and links them.',
    EDITOR:
      'Imports, withdraws, restores, resolves import conflicts, and raises the protection of a ' +
      'source.',
    ADMIN: 'Lowers the protection of a source, and grants the reading of identities.',
  },
);
export type Role = keyof typeof Role;

/** All roles, each a superset of the ones before it. */
export const roles = Object.values(Role);

/** Whether a role may do what needs another one. */
export const includesRole = (role: Role, needed: Role): boolean =>
  roles.indexOf(role) >= roles.indexOf(needed);
