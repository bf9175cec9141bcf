import { type ClassType, getMetadataStorage } from 'type-graphql';

/**
 * The class of an input, by its name in the schema. For inputs that contain each other, whose files
 * cannot import each other. It is looked up when the schema is built.
 */
export const inputClass = (name: string) => (): ClassType => {
  const found = getMetadataStorage().inputTypes.find((each) => each.name === name);
  if (!found) throw new Error(`There is no input class with the name ${name}.`);
  return found.target as ClassType;
};
