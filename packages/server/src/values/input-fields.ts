import { IsOptional, IsUrl, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, Float, getMetadataStorage } from 'type-graphql';
import { boundsOf } from './columns.ts';
import { httpUrl } from './url.ts';

interface InputFieldOptions {
  description: string;
  nullable?: boolean;
}

type Entity = abstract new () => object;

const applied =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };

/**
 * A text that is not blank and has at most `max` characters. Null is for the field’s type to allow.
 */
export const NonBlank = (max: number): PropertyDecorator =>
  applied(IsOptional(), Matches(/\S/, { message: '$property must not be blank' }), MaxLength(max));

/**
 * A text field of an input, as long as the entity’s column allows. Its description ends with that
 * length. `format`: `verbatim` allows blanks alone, as a quotation may; `url` asks for http or
 * https.
 */
export function TextOf<E extends Entity>(
  entity: E,
  property: keyof InstanceType<E> & string,
  { description, nullable = false, format }: InputFieldOptions & { format?: 'verbatim' | 'url' },
): PropertyDecorator {
  const { min, max } = boundsOf(entity, property);
  const rules = {
    verbatim: [IsOptional(), MinLength(min), MaxLength(max)],
    url: [IsOptional(), IsUrl(...httpUrl), MaxLength(max)],
  };
  return applied(
    Field(() => String, {
      nullable,
      description: `${description} Up to ${max.toLocaleString('en')} characters.`,
    }),
    ...(format ? rules[format] : [NonBlank(max)]),
  );
}

/** A number of an input, within the bounds of the entity’s column. */
export function DecimalOf<E extends Entity>(
  entity: E,
  property: keyof InstanceType<E> & string,
  { deprecationReason, ...field }: InputFieldOptions & { deprecationReason?: string },
): PropertyDecorator {
  const { min, max } = boundsOf(entity, property);
  const message = `$property must be from ${min} to ${max} degrees`;
  return applied(
    Field(() => Float, { ...field, ...(deprecationReason && { deprecationReason }) }),
    IsOptional(),
    Min(min, { message }),
    Max(max, { message }),
  );
}

/** The same field as in the class that this one extends, but required. */
export const Required =
  (options: { defaultValue?: string } = {}): PropertyDecorator =>
  (target, key) => {
    const parent = Object.getPrototypeOf(target.constructor);
    const field = getMetadataStorage().fields.find(
      (each) => each.target === parent && each.name === key,
    );
    if (!field) throw new Error(`${parent.name} has no field ${String(key)}`);
    // The options say whether the type is a list only after the type was asked for.
    const type = () => {
      const item = field.getType();
      return field.typeOptions.array ? [item] : item;
    };
    Field(type as () => typeof String, {
      nullable: false,
      ...(field.description && { description: field.description }),
      ...options,
    })(target, String(key));
  };
