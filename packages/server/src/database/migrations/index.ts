import { Foundation1795357786322 } from './1795357786322-Foundation.ts';

/** In the order in which they run. */
export const migrations: Function[] = [Foundation1795357786322];
