import { z } from 'zod';
import { MasterKey } from './master-key.ts';

/*
 * The forms of settings in the environment. Messages name the variable.
 */

/** A setting that is a list, separated by commas or spaces. */
export const list = (isItem: (item: string) => boolean, error: (item: string) => string) =>
  z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .superRefine((items, context) => {
      for (const item of items)
        if (!isItem(item)) context.addIssue({ code: 'custom', message: error(item) });
    });

/** A setting that is on or off. */
export const flag = (name: string) =>
  z.enum(['0', '1'], { error: ({ input }) => `${name} must be 0 or 1, not "${input}".` });

/** A setting that is a whole number. */
export const wholeNumber = (name: string, min: number, max: number) =>
  z.string().refine((text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max, {
    error: ({ input }) => `${name} must be a whole number from ${min} to ${max}, not "${input}".`,
  });

/** The address of a database. Messages never quote it, since it may hold a password. */
export const databaseUrl = (name: string) =>
  z
    .string()
    .refine((text) => /^postgres(ql)?:\/\//.test(text), {
      abort: true,
      error: `${name} must begin with postgres:// or postgresql://.`,
    })
    .refine(URL.canParse, {
      error:
        `${name} cannot be read as a URL: percent-encode special characters of the ` +
        'password, such as # / ? @ as %23 %2F %3F %40.',
    })
    .optional();

/** The address of a service. */
export const webAddress = (name: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:/.test(text), {
      error: ({ input }) => `${name} must be an http or https address, not "${input}".`,
    })
    .optional();

/** A setting that is a master key. Messages never quote it. */
export const masterKey = (name: string) =>
  z
    .string()
    .transform((text) => MasterKey.parse(text))
    .refine((key) => key !== undefined, {
      error: `${name} must be 32 bytes, as 64 hexadecimal digits or in base 64.`,
    })
    .optional();
