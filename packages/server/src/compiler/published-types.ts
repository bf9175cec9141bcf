import { Args, Field, getMetadataStorage } from 'type-graphql';
import { type ArgumentsClass, hasDeclarations } from './declarations.ts';

/** The class that type-graphql publishes under a name, if anything is declared on it. */
export function classOfType(typeName: string): Function | undefined {
  const { objectTypes, interfaceTypes } = getMetadataStorage();
  const type = [...objectTypes, ...interfaceTypes].find(
    ({ name, target }) => name === typeName && hasDeclarations(target),
  );
  return type?.target;
}

/** The class of a field's type. @throws Error if type-graphql does not publish the field. */
export function classOfField(owner: Function, name: string): Function {
  const field = getMetadataStorage().fields.find(
    (each) => each.target === owner && each.name === name,
  );
  if (!field) throw new Error(`${owner.name}.${name} has no @Field`);
  return field.getType() as Function;
}

/**
 * Publishes a field that the compiler reads. type-graphql only accepts arguments of methods, so a
 * field with arguments becomes a method that is never called.
 */
export function publish(
  target: object,
  field: string,
  type: () => Function | Function[],
  { args, description }: { args?: ArgumentsClass<object>; description: string },
): void {
  if (!args) {
    Field(type, { description })(target, field);
    return;
  }
  const method = { value: () => undefined, configurable: true, writable: true };
  Object.defineProperty(target, field, method);
  Args(args)(target, field, 0);
  Field(type, { description })(target, field, method);
}
