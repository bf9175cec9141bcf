import { IsOptional, Matches, MaxLength } from 'class-validator';

/** A text that says something: not blank, and at most so many characters. Null and left out are for the field's own type to allow. */
export const NonBlank =
  (max: number): PropertyDecorator =>
  (target, key) => {
    const property = String(key);
    IsOptional()(target, property);
    Matches(/\S/, { message: `${property} must not be blank` })(target, property);
    MaxLength(max)(target, property);
  };
