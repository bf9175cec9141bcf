/**
 * Whether something typed names a source whose identity is protected, or may be. It looks into
 * everything, because sources are named in many fields.
 */
export function isSensitive(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { protection } = value as { protection?: unknown };
  if (protection !== undefined && protection !== 'PUBLIC') return true;
  return Object.values(value).some(isSensitive);
}
