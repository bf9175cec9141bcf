/** Relation path to a record → the list of that record in the API. */
type Owners = Readonly<Record<string, string>>;

const owners = new Map<Function, Owners>();

/** Which records the rows of a table belong to: a change of a row is a change of those records, and stands in their history. */
export const OwnedBy =
  (paths: Owners): ClassDecorator =>
  (target) => {
    owners.set(target, paths);
  };

/** The owners of a table's rows; a record's own table has none declared. */
export const ownersOf = (target: Function): Owners | undefined => owners.get(target);
