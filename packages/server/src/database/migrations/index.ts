import { Foundation1795352712771 } from './1795352712771-Foundation.ts';

/** In the order in which they run. */
export const migrations: Function[] = [Foundation1795352712771];
