/**
 * Finds mistakes in the text of a query at compile time, as messages: what GraphQL's validation
 * would find at run time. Types only; none of this runs.
 */
import type { Parameters, Scalars } from './generated/introspection.ts';
import type {
  CompositeType,
  ElementOf,
  Fields,
  NamedNode,
  NamedTypeNode,
  NamedTypeRef,
  NamedTypeText,
  NameOf,
  PossibleTypes,
  Property,
  SelectionsOf,
  Types,
  TypeText,
} from './parsed-text.ts';
import type { BuiltIn, Context, ParametersMistakes, ValueMistake } from './value-mistakes.ts';

/** What a text uses, found on the way. Only messages are mistakes. */
interface Use {
  variable?: string;
  fragment?: string;
}

/** The messages about all definitions of a parsed text. Never: there is no mistake. */
export type Mistakes<Definitions extends readonly unknown[], Fragments> =
  Findings<Definitions, SpreadableFragments<Definitions[number], Fragments>> extends infer Found
    ? [Extract<Found, string>] extends [never]
      ? Unused<Definitions, Fragments, Found>
      : Extract<Found, string>
    : never;

/** The messages about variables and fragments that a text does not use. */
type Unused<Definitions extends readonly unknown[], Fragments, Found> =
  | UnusedFragment<
      Exclude<
        keyof SpreadableFragments<Definitions[number], Fragments> & string,
        Used<Found, 'fragment'> | FragmentName<Definitions[0]>
      >
    >
  // A fragment that is passed along may use the variable.
  | ([keyof Fragments] extends [never]
      ? UnusedVariable<
          Exclude<keyof DeclaredVariables<Definitions[number]>, Used<Found, 'variable'>>
        >
      : never);

type Findings<Definitions extends readonly unknown[], Fragments> = {
  [I in keyof Definitions]: DefinitionMistakes<
    Definitions[I],
    {
      variables: DeclaredVariables<Definitions[I]>;
      fragments: Fragments & Record<never, string>;
    }
  >;
}[number];

type Used<Found, Kind extends keyof Use> =
  Found extends Record<Kind, infer Name extends string> ? Name : never;
type UnusedVariable<Name> = Name extends string ? `The variable $${Name} is never used.` : never;
type UnusedFragment<Name> = Name extends string ? `The fragment ${Name} is never spread.` : never;

type FragmentName<Definition> = Definition extends { kind: 'FragmentDefinition' } & NamedNode
  ? Definition['name']['value']
  : never;

type DefinitionMistakes<Definition, In extends Context> = Definition extends {
  operation: infer Kind extends 'query' | 'mutation';
}
  ?
      | VariableMistakes<In['variables']>
      | DefaultMistake<ElementOf<Property<Definition, 'variableDefinitions'>>, In>
      | SelectionMistakes<Definition, Capitalize<Kind>, In>
  : Definition extends { operation: 'subscription' }
    ? 'There are no subscriptions.'
    : Definition extends { typeCondition: { name: { value: infer Type extends string } } }
      ? // A fragment uses the variables of the operation that spreads it.
        SelectionMistakes<Definition, Type, { variables: never; fragments: In['fragments'] }>
      : never;

/** The variables that an operation declares, by their type. With a default, they are never null. */
type DeclaredVariables<Definition> = Definition extends {
  variableDefinitions: infer Variables extends readonly unknown[];
}
  ? {
      [V in Variables[number] as NameOf<V, 'variable'>]: Property<V, 'defaultValue'> extends
        | undefined
        | { kind: 'NullValue' }
        ? TypeText<Property<V, 'type'>>
        : NonNull<TypeText<Property<V, 'type'>>>;
    }
  : Record<never, string>;

type NonNull<Type extends string> = Type extends `${string}!` ? Type : `${Type}!`;

type VariableMistakes<Variables> = {
  [Name in keyof Variables & string]: NamedTypeText<Variables[Name]> extends keyof Scalars | BuiltIn
    ? never
    : `The variable $${Name} has the type ${NamedTypeText<Variables[Name]> &
        string}, which is not an input type.`;
}[keyof Variables & string];

type DefaultMistake<Variable, In extends Context> = Variable extends {
  variable: NamedNode;
  type: infer Type;
  defaultValue: infer Value extends object;
}
  ? ValueMistake<
      Value,
      NamedTypeText<TypeText<Type>> & string,
      TypeText<Type>,
      `$${Variable['variable']['name']['value']}`,
      In
    >
  : never;

/** The fragments that are passed along, and those of the text itself. */
type SpreadableFragments<Definition, Passed> = {
  [Name in keyof Passed & string]: NamedTypeNode<Property<Passed[Name], 'typeCondition'>>;
} & {
  [F in Definition as FragmentName<F>]: NamedTypeNode<Property<F, 'typeCondition'>>;
};

/** The messages about what a field, fragment or operation selects of a type. */
type SelectionMistakes<Node, Type extends string, In extends Context> = Type extends keyof Types
  ? Node extends { selectionSet: { selections: readonly [] } }
    ? `A selection of ${Type} is empty.`
    : SelectionMistake<SelectionsOf<Node>, Type, In>
  : `There is no type ${Type}.`;

type SelectionMistake<Selection, Type extends keyof Types & string, In extends Context> =
  | DirectiveMistake<ElementOf<Property<Selection, 'directives'>>, In>
  | (Selection extends { kind: 'Field' } & NamedNode
      ? Selection['name']['value'] extends MetaField<Type>
        ? never
        : Selection['name']['value'] extends keyof Fields<Type>
          ? FieldMistakes<Selection, Type, Selection['name']['value'], In>
          : `${Type} has no field ${Selection['name']['value']}.`
      : Selection extends { kind: 'InlineFragment' }
        ? Property<Selection, 'typeCondition'> extends undefined
          ? SelectionMistakes<Selection, Type, In>
          : InlineFragmentMistakes<
              Selection,
              Type,
              NamedTypeNode<Property<Selection, 'typeCondition'>>,
              In
            >
        : Selection extends { kind: 'FragmentSpread' } & NamedNode
          ? SpreadMistake<Selection['name']['value'], Type, In>
          : never);

type MetaField<Type extends string> =
  | '__typename'
  | (Type extends 'Query' ? '__schema' | '__type' : never);

type DirectiveMistake<Directive, In extends Context> = Directive extends NamedNode
  ? `@${Directive['name']['value']}` extends infer Name extends keyof Parameters
    ? ParametersMistakes<ElementOf<Property<Directive, 'arguments'>>, Name, In>
    : `There is no directive @${Directive['name']['value']}.`
  : never;

type InlineFragmentMistakes<
  Selection,
  Type extends string,
  On extends string,
  In extends Context,
> = On extends keyof Types
  ? PossibleTypes<Type> & PossibleTypes<On> extends never
    ? `A ${Type} is never a ${On}.`
    : SelectionMistakes<Selection, On, In>
  : `There is no type ${On}.`;

type SpreadMistake<
  Name extends string,
  Type extends string,
  In extends Context,
> = Name extends keyof In['fragments']
  ? PossibleTypes<Type> & PossibleTypes<In['fragments'][Name]> extends never
    ? `The fragment ${Name} is for ${In['fragments'][Name]}, not for ${Type}.` | { fragment: Name }
    : { fragment: Name }
  : `The fragment ${Name} is not passed to graphql().`;

type FieldMistakes<
  Field,
  Type extends keyof Types & string,
  Name extends string,
  In extends Context,
> =
  | ArgumentMistakes<Property<Field, 'arguments'>, `${Type}.${Name}`, In>
  | (NamedTypeRef<Property<Fields<Type>[Name & keyof Fields<Type>], 'type'>> extends infer Answer
      ? Answer extends CompositeType
        ? Property<Field, 'selectionSet'> extends undefined
          ? `${Type}.${Name} needs a selection of fields of ${Answer}.`
          : SelectionMistakes<Field, Answer, In>
        : Property<Field, 'selectionSet'> extends undefined
          ? never
          : `${Type}.${Name} has no fields to select.`
      : never);

type ArgumentMistakes<
  Arguments,
  Owner extends string,
  In extends Context,
> = Arguments extends readonly unknown[] ? ParametersMistakes<Arguments[number], Owner, In> : never;
