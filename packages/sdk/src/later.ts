/**
 * A value that a later server knows and this version of the SDK does not. At run time it is a string like any other; the form that it has here is none
 * that a value ever has, so that a comparison with a value that is not on the list does not compile.
 */
export type Later = `(later)${string}`;

/**
 * An answered value of a closed list. The server may have learnt values since this SDK was made, so a `switch` over it needs a `default`. Inputs take
 * the known values alone.
 */
export type OrLater<Value extends string> = Value | Later;
