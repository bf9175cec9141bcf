/**
 * Finds mistakes in the text of a query at compile time, as messages: what GraphQL's validation
 * would find at run time. Types only; none of this runs.
 */
import type { Conflicts } from './conflicts.ts';
import type { Parameters, Scalars } from './generated/introspection.ts';
import type { FragmentsIn, IdTypeOfVariable } from './id-variables.ts';
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
import type { RepeatedName } from './repeated-names.ts';
import type { BuiltIn, Context, ParametersMistakes, ValueMistake } from './value-mistakes.ts';

/** What a text uses, found on the way. Only messages are mistakes. */
interface Use {
  variable?: string;
  fragment?: string;
}

/** The messages about all definitions of a parsed text. Never: there is no mistake. */
export type Mistakes<Definitions extends readonly unknown[], Fragments> =
  Findings<Definitions, FragmentsIn<Definitions[number]>, Fragments> extends infer Found
    ? [Extract<Found, string>] extends [never]
      ? MistakesOfWhole<Definitions, FragmentsIn<Definitions[number]>, Fragments, Found>
      : Extract<Found, string>
    : never;

/** What the first definition uses, and the messages about it and about the fragments it spreads. */
type Findings<Definitions extends readonly unknown[], Texts, Passed> =
  | SecondOperation<Definitions>
  | RepeatedName<Definitions, 'fragment'>
  | DefinitionMistakes<
      Definitions[0],
      {
        variables: DeclaredVariables<Definitions[0]>;
        fragments: SpreadableFragments<Texts> & SpreadableFragments<Passed>;
        texts: Texts;
        parents: FragmentName<Definitions[0]>;
      }
    >;

type SecondOperation<Definitions> = Definitions extends readonly [unknown, ...infer Others]
  ? Others[number] extends { kind: 'FragmentDefinition' }
    ? never
    : 'A text has at most one operation, before its fragments.'
  : never;

/** The messages that need all that a text uses: what it does not use, and conflicts. */
type MistakesOfWhole<Definitions extends readonly unknown[], Texts, Passed, Found> =
  | UnusedFragment<
      Exclude<
        (keyof Texts | keyof Passed) & string,
        Used<Found, 'fragment'> | FragmentName<Definitions[0]>
      >
    >
  | TwiceDefined<keyof Texts & keyof Passed>
  // A fragment that is passed along may use the variable.
  | ([keyof Passed] extends [never]
      ? UnusedVariable<Exclude<keyof DeclaredVariables<Definitions[0]>, Used<Found, 'variable'>>>
      : never)
  | Conflicts<SelectionsOf<Definitions[0]>, RootType<Definitions[0]>, Texts>;

type RootType<Definition> = Definition extends { operation: infer Kind extends string }
  ? Capitalize<Kind>
  : NamedTypeNode<Property<Definition, 'typeCondition'>>;

type Used<Found, Kind extends keyof Use> =
  Found extends Record<Kind, infer Name extends string> ? Name : never;
type TwiceDefined<Name> = Name extends string ? `The fragment ${Name} is given twice.` : never;
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
      | RepeatedName<Property<Definition, 'variableDefinitions'>, 'variable'>
      | VariableDefinitionMistake<
          ElementOf<Property<Definition, 'variableDefinitions'>>,
          Definition,
          In
        >
      | DirectiveElsewhere<Definition, Kind>
      | SelectionMistakes<Definition, Capitalize<Kind>, In>
  : Definition extends { operation: 'subscription' }
    ? 'There are no subscriptions.'
    : Definition extends { typeCondition: { name: { value: infer Type extends string } } }
      ? // A fragment uses the variables of the operation that spreads it.
          | SelectionMistakes<Definition, Type, Omit<In, 'variables'> & { variables: never }>
          | DirectiveElsewhere<Definition, 'fragment'>
      : never;

/** No directive of the schema belongs on a definition. */
type DirectiveElsewhere<Node, Place extends string> =
  ElementOf<Property<Node, 'directives'>> extends infer Directive
    ? Directive extends NamedNode
      ? `The directive @${Directive['name']['value']} does not belong on a ${Place}.`
      : never
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

type VariableDefinitionMistake<Variable, Definition, In extends Context> = Variable extends {
  variable: { name: { value: infer Name extends string } };
  type: infer Type;
  defaultValue: infer Value;
}
  ?
      | DirectiveElsewhere<Variable, 'variable'>
      | (Value extends object
          ? DefaultType<
              NamedTypeText<TypeText<Type>>,
              Name,
              Definition,
              In['texts']
            > extends infer T
            ? ValueMistake<Value, T & string, TypeText<Type>, `$${Name}`, In>
            : never
          : never)
  : never;

/** The type of a default value, which for an id is that of the argument to which it is passed. */
type DefaultType<Type, Name extends string, Definition, Texts> = Type extends 'ID'
  ? IdTypeOfVariable<Name, Definition, Texts>
  : Type;

/** The fragments of a text, or those that are passed along, by the type to which they belong. */
type SpreadableFragments<Fragments> = {
  [Name in keyof Fragments & string]: NamedTypeNode<Property<Fragments[Name], 'typeCondition'>>;
};

/** The messages about what a field, fragment or operation selects of a type. */
type SelectionMistakes<Node, Type extends string, In extends Context> = Type extends keyof Types
  ? Node extends { selectionSet: { selections: readonly [] } }
    ? `A selection of ${Type} is empty.`
    : SelectionMistake<SelectionsOf<Node>, Type, In>
  : `There is no type ${Type}.`;

type SelectionMistake<Selection, Type extends keyof Types & string, In extends Context> =
  | DirectivesMistakes<Property<Selection, 'directives'>, In>
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

type DirectivesMistakes<Directives, In extends Context> = Directives extends readonly []
  ? never
  : DirectiveMistake<ElementOf<Directives>, In> | RepeatedName<Directives, 'directive'>;

type DirectiveMistake<Directive, In extends Context> = Directive extends NamedNode
  ? `@${Directive['name']['value']}` extends infer Name extends keyof Parameters
    ? ArgumentMistakes<Property<Directive, 'arguments'>, Name, In>
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
  ?
      | { fragment: Name }
      | (PossibleTypes<Type> & PossibleTypes<In['fragments'][Name]> extends never
          ? `The fragment ${Name} is for ${In['fragments'][Name]}, not for ${Type}.`
          : FragmentMistakes<Property<In['texts'], Name>, Name, In>)
  : `The fragment ${Name} is not passed to graphql().`;

/** A fragment of the text uses the variables of the operation that spreads it. */
type FragmentMistakes<Fragment, Name extends string, In extends Context> = Fragment extends {
  typeCondition: { name: { value: infer Type extends string } };
}
  ? Name extends In['parents']
    ? `The fragment ${Name} spreads itself.`
    :
        | DirectiveElsewhere<Fragment, 'fragment'>
        | SelectionMistakes<Fragment, Type, WithParent<In, Name>>
  : never;

type WithParent<In extends Context, Name extends string> = {
  variables: In['variables'];
  fragments: In['fragments'];
  texts: In['texts'];
  parents: In['parents'] | Name;
};

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
> = Arguments extends readonly unknown[]
  ? ParametersMistakes<Arguments[number], Owner, In> | RepeatedName<Arguments, 'argument'>
  : never;
