/**
 * Finds mistakes in the arguments and values of a text, for `mistakes.ts`. Types only; none of this
 * runs.
 */
import type {
  OneOfInput,
  Parameters,
  ParameterTypes,
  RequiredParameters,
  Scalars,
} from './generated/introspection.ts';
import type { NamedNode, NameOf, Property } from './parsed-text.ts';
import type { RepeatedName } from './repeated-names.ts';

/** What a text may refer to. */
export interface Context {
  /** By variable: the type that the text declares, such as `ID!`. */
  variables: Record<string, string>;
  /** By fragment: the type on which it may be spread. */
  fragments: Record<string, string>;
  /** By fragment: its definition, if it is in the text. */
  texts: unknown;
  /** The fragments that contain the place, directly or through others. */
  parents: string;
}

/** The messages about arguments of a field, or about the fields of an input object. */
export type ParametersMistakes<Given, Owner extends string, In extends Context> =
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
      ? GivenMistake<
          Property<Given, 'value'>,
          Parameters[Owner][Given['name']['value']] & string,
          Property<ParameterTypes[Owner], Given['name']['value']> & string,
          Owner extends `@${string}` ? Owner : `${Owner}.${Given['name']['value']}`,
          In
        >
      : `${Owner} has no ${ParameterWord<Owner>} ${Given['name']['value']}.`
    : `${Owner} takes no arguments.`
  : never;

/** `Int=` has a default, so a variable for it may be null, but a literal may not. */
type GivenMistake<
  Value,
  Type extends string,
  Expected extends string,
  Owner extends string,
  In extends Context,
> = Expected extends `${infer Inner}=`
  ? ValueMistake<Value, Type, Value extends { kind: 'Variable' } ? Inner : `${Inner}!`, Owner, In>
  : ValueMistake<Value, Type, Expected, Owner, In>;

type ParameterWord<Owner extends string> = Owner extends `${string}.${string}` | `@${string}`
  ? 'argument'
  : 'field';

/**
 * The message about a value in the text, where the named type `Type` is expected. `Expected` is the
 * same type as it is written, such as `[ClaimKind!]`.
 */
export type ValueMistake<
  Value,
  Type extends string,
  Expected extends string,
  Owner extends string,
  In extends Context,
> = Value extends { kind: 'Variable' } & NamedNode
  ? VariableMistake<Value['name']['value'], Expected, Owner, In['variables']>
  : Value extends { kind: 'NullValue' }
    ? Expected extends `${string}!`
      ? `${Owner} is a ${Expected}, not null.`
      : never
    : Value extends { kind: 'ListValue'; values: infer Values extends readonly unknown[] }
      ? Expected extends `[${infer Inner}]${'' | '!'}`
        ? ValueMistake<Values[number], Type, Inner, Owner, In>
        : Type extends OpenScalar
          ? never
          : `${Owner} is a ${Type}, not a list.`
      : Value extends { kind: 'ObjectValue'; fields: infer Given extends readonly unknown[] }
        ? Type extends keyof Parameters
          ?
              | ParametersMistakes<Given[number], Type, In>
              | RepeatedName<Given, 'field'>
              | (Type extends OneOfInput ? OneOfMistake<Given, Type> : never)
          : Type extends OpenScalar
            ? never
            : `${Owner} is a ${Type}, not an object.`
        : LiteralMistake<Value, Type, Owner>;

type OneOfMistake<Given extends readonly unknown[], Type extends string> = Given extends readonly [
  unknown,
]
  ? never
  : `${Type} has exactly one field, not ${Given['length']}.`;

type LiteralMistake<Value, Type extends string, Owner extends string> = Value extends {
  kind: 'EnumValue';
  value: infer Name extends string;
}
  ? Type extends BuiltIn | TextScalar
    ? `${Owner} is a ${Type}, not the enum value ${Name}.`
    : Name extends Scalars[Type & keyof Scalars]
      ? never
      : `${Type} has no value ${Name}.`
  : Value extends { kind: keyof TakenBy & string }
    ? Type extends TakenBy[Value['kind']] | OpenScalar
      ? IdMistake<Property<Value, 'value'>, Type, Owner>
      : `${Owner} is a ${Type}, not a ${LiteralWord[Value['kind']]}.`
    : never;

/** The message about a literal id of another type. */
type IdMistake<Text, Type extends string, Owner extends string> = Type extends IdType
  ? string extends Text
    ? never
    : Text extends Scalars[Type]
      ? never
      : `${Owner} is a ${Type}, not ${Text & string}.`
  : never;

export type BuiltIn = 'Boolean' | 'Float' | 'Int' | 'String';
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

type VariableMistake<
  Name extends string,
  Expected extends string,
  Owner extends string,
  Variables,
> = [Variables] extends [never]
  ? { variable: Name }
  : Name extends keyof Variables
    ? Variables[Name] extends Expected | `${Expected}!`
      ? { variable: Name }
      :
          | `${Owner} is a ${Expected}, but $${Name} is a ${Variables[Name] & string}.`
          | { variable: Name }
    : `The variable $${Name} is not declared.`;
