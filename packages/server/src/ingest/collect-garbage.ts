import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** After how many rows garbage is collected. A collection takes as long as reading 100 rows. */
const rowsBetween = 2_000;

/**
 * Returns a function that runs V8's garbage collector now and then. An import calls it after each
 * batch: a batch lives long enough to be moved to the old generation, which V8 collects only when
 * it has grown several times over, so that memory would grow with the file.
 */
export function exposeGarbageCollector(): (rows: number) => void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  let rowsSince = 0;
  return (rows) => {
    rowsSince += rows;
    if (rowsSince < rowsBetween) return;
    rowsSince = 0;
    collect();
  };
}
