/**
 * Finds mistakes in the text of a query at compile time, as messages: what GraphQL's validation
 * would find at run time. Types only; none of this runs.
 */
import type { Parameters, RequiredParameters, Scalars } from './generated/introspection.ts';
import type {
  CompositeType,
  Fields,
  NamedNode,
  NamedTypeNode,
  NamedTypeRef,
  NameOf,
  PossibleTypes,
  Property,
  SelectionsOf,
  Types,
} from './parsed-text.ts';

/** What a text may refer to. */
interface Context {
  /** By variable: the named type that the text declares. */
  variables: Record<string, string>;
  /** By fragment: the type on which it may be spread. */
  fragments: Record<string, string>;
}

/** The messages about all definitions of a parsed text. Never: there is no mistake. */
export type Mistakes<Definitions extends readonly unknown[], Fragments> = {
  [I in keyof Definitions]: DefinitionMistakes<
    Definitions[I],
    {
      variables: DeclaredVariables<Definitions[I]>;
      fragments: SpreadableFragments<Definitions[number], Fragments>;
    }
  >;
}[number];

type DefinitionMistakes<Definition, In extends Context> = Definition extends {
  operation: infer Kind extends 'query' | 'mutation';
}
  ? VariableMistakes<In['variables']> | SelectionMistakes<Definition, Capitalize<Kind>, In>
  : Definition extends { operation: 'subscription' }
    ? 'There are no subscriptions.'
    : Definition extends { typeCondition: { name: { value: infer Type extends string } } }
      ? // A fragment uses the variables of the operation that spreads it.
        SelectionMistakes<Definition, Type, { variables: never; fragments: In['fragments'] }>
      : never;

/** The variables that an operation declares, by their named type. */
export type DeclaredVariables<Definition> = Definition extends {
  variableDefinitions: infer Variables extends readonly unknown[];
}
  ? { [V in Variables[number] as NameOf<V, 'variable'>]: NamedTypeNode<Property<V, 'type'>> }
  : Record<never, string>;

type VariableMistakes<Variables> = {
  [Name in keyof Variables & string]: Variables[Name] extends keyof Scalars | BuiltIn
    ? never
    : `The variable $${Name} has the type ${Variables[Name] & string}, which is not an input type.`;
}[keyof Variables & string];

/** The fragments that are passed along, and those of the text itself. */
type SpreadableFragments<Definition, Passed> = {
  [Name in keyof Passed & string]: NamedTypeNode<Property<Passed[Name], 'typeCondition'>>;
} & {
  [F in Definition as F extends { kind: 'FragmentDefinition' }
    ? (F & NamedNode)['name']['value']
    : never]: NamedTypeNode<Property<F, 'typeCondition'>>;
};

/** The messages about what a field, fragment or operation selects of a type. */
type SelectionMistakes<Node, Type extends string, In extends Context> = Type extends keyof Types
  ? SelectionMistake<SelectionsOf<Node>, Type, In>
  : `There is no type ${Type}.`;

type SelectionMistake<
  Selection,
  Type extends keyof Types & string,
  In extends Context,
> = Selection extends { kind: 'Field' } & NamedNode
  ? Selection['name']['value'] extends `__${string}`
    ? never
    : Selection['name']['value'] extends keyof Fields<Type>
      ? FieldMistakes<Selection, Type, Selection['name']['value'], In>
      : `${Type} has no field ${Selection['name']['value']}.`
  : Selection extends { kind: 'InlineFragment' }
    ? Property<Selection, 'typeCondition'> extends undefined
      ? SelectionMistakes<Selection, Type, In>
      : SelectionMistakes<Selection, NamedTypeNode<Property<Selection, 'typeCondition'>>, In>
    : Selection extends { kind: 'FragmentSpread' } & NamedNode
      ? SpreadMistake<Selection['name']['value'], Type, In>
      : never;

type SpreadMistake<
  Name extends string,
  Type extends string,
  In extends Context,
> = Name extends keyof In['fragments']
  ? PossibleTypes<Type> & PossibleTypes<In['fragments'][Name]> extends never
    ? `The fragment ${Name} is for ${In['fragments'][Name]}, not for ${Type}.`
    : never
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

/** The messages about arguments of a field, or about the fields of an input object. */
type ParametersMistakes<Given, Owner extends string, In extends Context> =
  | ParameterMistake<Given, Owner, In>
  | (Owner extends keyof RequiredParameters
      ? MissingMistake<Exclude<RequiredParameters[Owner], NameOf<Given>>, Owner>
      : never);

type MissingMistake<Missing, Owner extends string> = Missing extends string
  ? `${Owner} requires ${Missing}.`
  : never;

type ParameterMistake<Given, Owner extends string, In extends Context> = Given extends NamedNode
  ? Owner extends keyof Parameters
    ? Given['name']['value'] extends keyof Parameters[Owner]
      ? ValueMistake<
          Property<Given, 'value'>,
          Parameters[Owner][Given['name']['value']] & string,
          `${Owner}.${Given['name']['value']}`,
          In
        >
      : `${Owner} has no ${ParameterWord<Owner>} ${Given['name']['value']}.`
    : `${Owner} takes no arguments.`
  : never;

type ParameterWord<Owner extends string> = Owner extends `${string}.${string}`
  ? 'argument'
  : 'field';

/** The message about a value in the text, where `Type` is expected. */
type ValueMistake<
  Value,
  Type extends string,
  Owner extends string,
  In extends Context,
> = Value extends { kind: 'Variable' } & NamedNode
  ? VariableMistake<Value['name']['value'], Type, Owner, In['variables']>
  : Value extends { kind: 'ListValue'; values: infer Values extends readonly unknown[] }
    ? ValueMistake<Values[number], Type, Owner, In>
    : Value extends { kind: 'ObjectValue'; fields: infer Given extends readonly unknown[] }
      ? Type extends keyof Parameters
        ? ParametersMistakes<Given[number], Type, In>
        : `${Owner} is a ${Type}, not an object.`
      : Value extends { kind: 'EnumValue'; value: infer Name extends string }
        ? Name extends Scalars[Type & keyof Scalars]
          ? never
          : `${Type} has no value ${Name}.`
        : Value extends { kind: keyof TakenBy & string }
          ? Type extends TakenBy[Value['kind']] | OpenScalar
            ? never
            : `${Owner} is a ${Type}, not a ${LiteralWord[Value['kind']]}.`
          : never;

type BuiltIn = 'Boolean' | 'Float' | 'Int' | 'String';
/** Scalars whose values are texts. */
type TextScalar = 'String' | 'DateTime' | 'EDTF' | 'Language' | IdType;
type IdType = (keyof Scalars & `${string}Id`) | 'ID';
type OpenScalar = 'GeoJSON';

/** The types that take a literal. */
interface TakenBy {
  StringValue: TextScalar;
  IntValue: 'Int' | 'Float';
  FloatValue: 'Float';
  BooleanValue: 'Boolean';
}
interface LiteralWord {
  StringValue: 'text';
  IntValue: 'number';
  FloatValue: 'number';
  BooleanValue: 'boolean';
}

type VariableMistake<Name extends string, Type extends string, Owner extends string, Variables> = [
  Variables,
] extends [never]
  ? never
  : Name extends keyof Variables
    ? Variables[Name] extends 'ID'
      ? Type extends IdType
        ? never
        : `${Owner} is a ${Type}, but $${Name} is an ID.`
      : Variables[Name] extends Type
        ? never
        : [Variables[Name], Type] extends ['Int', 'Float']
          ? never
          : `${Owner} is a ${Type}, but $${Name} is a ${Variables[Name] & string}.`
    : `The variable $${Name} is not declared.`;
