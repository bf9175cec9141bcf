/**
 * Brands the variables of a text that are declared as `ID`: `$id` of `claim(id: $id)` becomes a
 * `ClaimId`. Types only; none of this runs.
 */
import type { Parameters } from './generated/introspection.ts';
import type {
  ElementOf,
  Fields,
  NamedNode,
  NamedTypeNode,
  NamedTypeRef,
  NameOf,
  Property,
  SelectionsOf,
} from './parsed-text.ts';

/** The fragments that a text defines, by their names. */
export type FragmentsIn<Definition> = {
  [F in Definition as F extends { kind: 'FragmentDefinition' } ? NameOf<F> : never]: F;
};

/** The same definitions, with the branded types of their variables. */
export type WithBrandedIds<Definitions extends readonly unknown[]> = {
  [I in keyof Definitions]: Definitions[I] extends {
    variableDefinitions: infer Variables extends readonly unknown[];
  }
    ? Omit<Definitions[I], 'variableDefinitions'> & {
        variableDefinitions: BrandedVariables<
          Variables,
          Definitions[I],
          FragmentsIn<Definitions[number]>
        >;
      }
    : Definitions[I];
};

type BrandedVariables<Variables extends readonly unknown[], Definition, Fragments> = {
  [I in keyof Variables]: Variables[I] extends { variable: NamedNode; type: infer Type }
    ? Omit<Variables[I], 'type'> & {
        type: BrandedType<Type, Variables[I]['variable']['name']['value'], Definition, Fragments>;
      }
    : Variables[I];
};

type BrandedType<Type, Name extends string, Definition, Fragments> = Type extends {
  kind: infer Kind extends 'ListType' | 'NonNullType';
  type: infer Inner;
}
  ? { kind: Kind; type: BrandedType<Inner, Name, Definition, Fragments> }
  : Type extends { kind: 'NamedType'; name: { value: 'ID' } }
    ? IdTypeOfVariable<Name, Definition, Fragments> extends infer Id
      ? [Id] extends [never]
        ? Type
        : { kind: 'NamedType'; name: { kind: 'Name'; value: Id } }
      : never
    : Type;

/** The id types of the arguments to which a variable of type `ID` is passed. */
export type IdTypeOfVariable<Name extends string, Definition, Fragments> = Definition extends {
  operation: infer Kind extends string;
}
  ? IdTypeInSelections<SelectionsOf<Definition>, Capitalize<Kind>, Name, Fragments>
  : never;

type IdTypeInSelections<
  Selection,
  Type extends string,
  Name extends string,
  Fragments,
> = Selection extends { kind: 'Field' } & NamedNode
  ?
      | IdTypeInParameters<
          ElementOf<Property<Selection, 'arguments'>>,
          `${Type}.${Selection['name']['value']}`,
          Name
        >
      | IdTypeInSelections<
          SelectionsOf<Selection>,
          NamedTypeRef<
            Property<Fields<Type>[Selection['name']['value'] & keyof Fields<Type>], 'type'>
          >,
          Name,
          Fragments
        >
  : Selection extends { kind: 'InlineFragment' }
    ? IdTypeInSelections<
        SelectionsOf<Selection>,
        Property<Selection, 'typeCondition'> extends undefined
          ? Type
          : NamedTypeNode<Property<Selection, 'typeCondition'>>,
        Name,
        Fragments
      >
    : Selection extends { kind: 'FragmentSpread' } & NamedNode
      ? IdTypeInFragment<Property<Fragments, Selection['name']['value']>, Name, Fragments>
      : never;

type IdTypeInFragment<Fragment, Name extends string, Fragments> = IdTypeInSelections<
  SelectionsOf<Fragment>,
  NamedTypeNode<Property<Fragment, 'typeCondition'>>,
  Name,
  Fragments
>;

type IdTypeInParameters<Given, Owner extends string, Name extends string> = Given extends NamedNode
  ? IdTypeInValue<
      Property<Given, 'value'>,
      Property<Property<Parameters, Owner>, Given['name']['value']> & string,
      Name
    >
  : never;

type IdTypeInValue<Value, Type extends string, Name extends string> = Value extends {
  kind: 'Variable';
} & NamedNode
  ? Value['name']['value'] extends Name
    ? Type
    : never
  : Value extends { kind: 'ListValue'; values: infer Values extends readonly unknown[] }
    ? IdTypeInValue<Values[number], Type, Name>
    : Value extends { kind: 'ObjectValue'; fields: infer Given extends readonly unknown[] }
      ? IdTypeInParameters<Given[number], Type, Name>
      : never;
