import { chainFunctions, chainTriggers } from './chain.ts';
import { claimFunctions, claimTriggers } from './claim-index.ts';
import { tallyFunctions, tallyTriggers } from './claim-rollup.ts';
import { eventFunctions, eventTriggers } from './events.ts';
import { historyFunctions } from './history.ts';
import { twinFunctions } from './history-tables.ts';
import { jsonFunctions } from './json.ts';
import { locationFunctions, locationTriggers } from './locations.ts';
import { nameKeyFunctions, nameKeyTriggers } from './name-keys.ts';
import { nameFunctions, nameTriggers } from './names.ts';
import { rowChangesFunctions } from './row-changes.ts';
import { soundnessFunctions } from './soundness.ts';
import { writeLogFunctions, writeLogTriggers } from './write-log.ts';

export { logLock } from './write-log.ts';

/** Run before the migrations, whose tables default to `write_time()`; safe to run again. */
export const functions: string = [
  writeLogFunctions,
  jsonFunctions,
  chainFunctions,
  twinFunctions,
  historyFunctions,
  rowChangesFunctions,
  locationFunctions,
  claimFunctions,
  eventFunctions,
  tallyFunctions,
  nameFunctions,
  nameKeyFunctions,
  soundnessFunctions,
].join('\n');

/** Run after the migrations and after `keep_history` of each table; safe to run again. */
export const triggers: string = [
  writeLogTriggers,
  chainTriggers,
  locationTriggers,
  claimTriggers,
  eventTriggers,
  tallyTriggers,
  nameTriggers,
  nameKeyTriggers,
].join('\n');
