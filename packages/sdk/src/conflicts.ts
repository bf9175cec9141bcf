/**
 * Finds fields of a text that have the same name in the answer but are not the same field, as
 * GraphQL's validation does (specification, section 5.3.2). Types only; none of this runs.
 */
import type {
  Fields,
  NamedNode,
  NamedTypeNode,
  NamedTypeRef,
  PossibleTypes,
  Property,
  SelectionsOf,
} from './parsed-text.ts';

/** A field of a text, with the type to which it belongs. */
type Located = readonly [type: string, field: unknown];

/** The messages about a selection of a type. `Fragments` are those that the text defines. */
export type Conflicts<Selection, Type extends string, Fragments> = ConflictsAmong<
  FieldsIn<Selection, Type, Fragments>,
  Fragments
>;

type ConflictsAmong<Found extends Located, Fragments> = {
  [F in Found as `${PossibleTypes<F[0]> & string}.${ResponseName<F[1]>}`]: F;
} extends infer ByName extends Record<string, Located>
  ?
      | ConflictsIn<ByName, Fragments>
      // Only fields of different types can have the same name and different types of answers.
      | (true extends IsUnion<Found[0]> ? DifferentTypes<Found> : never)
  : never;

type ConflictsIn<ByName extends Record<string, Located>, Fragments> = {
  [Name in keyof ByName]:
    | (true extends IsUnion<Signature<ByName[Name]>>
        ? `Two different fields are named ${Name extends `${string}.${infer Field}`
            ? Field
            : never}. Give one an alias.`
        : never)
    | ConflictsBelow<ByName[Name], Fragments>;
}[keyof ByName];

/** Fields with the same name have one selection together. */
type ConflictsBelow<Found extends Located, Fragments> = [SelectionsOf<Found[1]>] extends [never]
  ? never
  : ConflictsAmong<FieldsBelow<Found, Fragments>, Fragments>;

type FieldsBelow<Found extends Located, Fragments> = Found extends Located
  ? FieldsIn<SelectionsOf<Found[1]>, NamedTypeRef<TypeOfField<Found>>, Fragments>
  : never;

type DifferentTypes<Found extends Located> = {
  [F in Found as ResponseName<F[1]>]: Shape<TypeOfField<F>>;
} extends infer ByName
  ? {
      [Name in keyof ByName]: true extends IsUnion<ByName[Name]>
        ? `Two fields named ${Name & string} have different types. Give one an alias.`
        : never;
    }[keyof ByName]
  : never;

/** All fields of a selection, also those in its fragments. */
type FieldsIn<Selection, Type extends string, Fragments> = Selection extends { kind: 'Field' }
  ? readonly [Type, Selection]
  : Selection extends { kind: 'InlineFragment' }
    ? FieldsIn<
        SelectionsOf<Selection>,
        Property<Selection, 'typeCondition'> extends undefined
          ? Type
          : NamedTypeNode<Property<Selection, 'typeCondition'>>,
        Fragments
      >
    : Selection extends { kind: 'FragmentSpread' } & NamedNode
      ? FieldsInFragment<Property<Fragments, Selection['name']['value']>, Fragments>
      : never;

type FieldsInFragment<Fragment, Fragments> = FieldsIn<
  SelectionsOf<Fragment>,
  NamedTypeNode<Property<Fragment, 'typeCondition'>>,
  Fragments
>;

type ResponseName<Field> = Field extends { alias: NamedNode['name'] }
  ? Field['alias']['value']
  : Field extends NamedNode
    ? Field['name']['value']
    : never;

type TypeOfField<Found extends Located> = Found extends readonly [
  infer Type extends string,
  { name: { value: infer Name extends string } },
]
  ? Property<Property<Fields<Type>, Name>, 'type'>
  : never;

/**
 * Which field it is, and with which arguments in any order. Texts, because the compiler takes
 * deeply nested types for equal.
 */
type Signature<Found extends Located> = Found extends readonly [
  string,
  { name: { value: infer Name }; arguments: readonly (infer Given)[] },
]
  ? [Name, ParameterPaths<Given, ''>]
  : never;

/** The values of arguments, each after the path that leads to it. */
type ParameterPaths<Given, Path extends string> = Given extends NamedNode
  ? ValuePaths<Property<Given, 'value'>, `${Path}.${Given['name']['value']}`>
  : never;

type ValuePaths<Value, Path extends string> = Value extends { kind: 'Variable' } & NamedNode
  ? `${Path}=$${Value['name']['value']}`
  : Value extends { kind: 'ListValue'; values: infer Values extends readonly unknown[] }
    ? `${Path}=[${Values['length']}]` | ItemPaths<Values, Path>[number]
    : Value extends { kind: 'ObjectValue'; fields: infer Given extends readonly unknown[] }
      ? `${Path}={${Given['length']}}` | ParameterPaths<Given[number], Path>
      : `${Path}=${Property<Value, 'kind'> & string} ${Property<Value, 'value'> &
          (string | boolean | undefined)}`;

type ItemPaths<Values extends readonly unknown[], Path extends string> = {
  [I in keyof Values]: ValuePaths<Values[I], `${Path}[${I & string}]`>;
};

/** Lists, nulls and scalars of a type. Selections of objects are compared elsewhere. */
type Shape<Ref> = Ref extends {
  kind: infer Wrapper extends 'LIST' | 'NON_NULL';
  ofType: infer Inner;
}
  ? `${Wrapper} ${Shape<Inner>}`
  : Ref extends { kind: 'SCALAR'; name: infer Name extends string }
    ? // In the schema, all ids have one type.
      Name extends `${string}Id`
      ? 'ID'
      : Name
    : 'object';

/** True for each member of a union that is not all of it. */
type IsUnion<T, All = T> = T extends unknown ? ([All] extends [T] ? false : true) : never;
