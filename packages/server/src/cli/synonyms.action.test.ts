import { expect, test } from '@jest/globals';
import { readConfig } from '../config.ts';
import { fileOf } from '../ingest/ingest.testing.ts';
import { runSynonyms } from './synonyms.action.ts';

test.each([
  ['"Reed\r\nBrigade",BRM\r\n\r\nalone\n', /names\.csv, line 4: the names must be 2 to 20/],
  ['BRM,"Reed', /names\.csv is not valid CSV: on line 1, a quote is opened here/],
])('a file of names is refused with the line that an editor shows: %j', async (text, message) => {
  const file = fileOf(text, 'names.csv');
  await expect(runSynonyms(readConfig({}), [], { file })).rejects.toThrow(message);
});
