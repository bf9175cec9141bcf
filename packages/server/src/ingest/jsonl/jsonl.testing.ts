import type { Api } from '../../testing/api.ts';
import { importText } from '../../testing/imports.ts';
import type { ImportOptions } from '../run.ts';
import { jsonl } from './jsonl.ts';

/** Imports a text as the file ledger.jsonl. */
export const importLines = (api: Api, content: string | Buffer, options: ImportOptions = {}) =>
  importText(api, jsonl, content, { ...options, file: 'ledger.jsonl' });
