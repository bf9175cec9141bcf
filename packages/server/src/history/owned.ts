/** By relation path to the owner: the list of the owner that has the rows, as the API calls it. */
type Owners = Readonly<Record<string, string>>;

const owners = new Map<Function, Owners>();

/**
 * The records that the rows of a table belong to. A change of a row is in the history of its
 * owners.
 */
export const OwnedBy =
  (paths: Owners): ClassDecorator =>
  (target) => {
    owners.set(target, paths);
  };

/** The declared owners of an entity's rows; undefined for a record type, which owns itself. */
export const ownersOf = (target: Function): Owners | undefined => owners.get(target);
