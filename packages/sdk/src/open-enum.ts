/**
 * A value that a newer server knows and this version of the SDK does not. At run time it is an
 * ordinary string. Its type matches no real value, so comparing it with a value that is not on the
 * list does not compile.
 */
export type UnknownValue = `(later)${string}`;

/**
 * A returned value of a closed list. A newer server may return values that this SDK does not know,
 * so a `switch` over it needs a `default`. Inputs accept the known values only.
 */
export type OpenEnum<Value extends string> = Value | UnknownValue;

/** @deprecated Use `UnknownValue`. */
export type Later = UnknownValue;

/** @deprecated Use `OpenEnum`. */
export type OrLater<Value extends string> = OpenEnum<Value>;
