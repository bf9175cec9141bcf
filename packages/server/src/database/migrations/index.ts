import { Foundation1795353216341 } from './1795353216341-Foundation.ts';

/** In the order in which they run. */
export const migrations: Function[] = [Foundation1795353216341];
