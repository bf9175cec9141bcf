import { Index } from 'typeorm';

/** The column of the key of a to-one relation. */
export interface KeyOptions {
  /** Its name without `_id`. By default that of the property. */
  as?: string;
  /**
   * NONE: not here, because another index begins with the key, or database/indexes.ts has it. By
   * default rows without a key are left out.
   */
  index?: 'NONE' | undefined;
}

/** Declares the index of the key in a property of an entity. */
export function indexKey(
  target: object,
  property: string,
  { name, nullable, index }: Pick<KeyOptions, 'index'> & { name: string; nullable: boolean },
): void {
  const options = nullable ? { where: `${name} is not null` } : {};
  if (index !== 'NONE') Index([property], options)(target.constructor);
}
