import { UserError } from './user-error.ts';

/**
 * The value of a closed list that an option names, in any letter case.
 * @throws UserError with the values that there are.
 */
export function choiceIn<T extends string>(values: readonly T[], option: string, text: string): T {
  const match = values.find((each) => each.toLowerCase() === text.toLowerCase());
  if (match) return match;
  throw new UserError(`--${option} must be one of ${values.join(', ')}, not "${text}".`);
}
