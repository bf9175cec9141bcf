import { crc32 } from 'node:zlib';
import yauzl, { type Entry } from 'yauzl';
import { FileRefused } from '../problem.ts';
import { assertExpansion } from './expansion.ts';
import { refuseDocument } from './other-files.ts';

/** A zip archive on disk. */
export interface ZipArchive {
  name: string;
  /** The files in it, without folders and what systems add for themselves. */
  entries: readonly Entry[];
  /** Whether it is a workbook of Excel (.xlsx). */
  isWorkbook: boolean;
  /** How many bytes its files unpack to, which reading them checks. */
  expandedBytes: number;
  /** Each call reads the file from its beginning. @throws FileRefused */
  read(entry: Entry): AsyncIterable<Buffer>;
}

/** More files than this are no table and no workbook. */
const maxEntries = 10_000;

/** Opens a zip archive. @throws FileRefused if it is broken or unpacks to too much. */
export async function openZip(path: string, name: string): Promise<ZipArchive> {
  const entries: Entry[] = [];
  let expandedBytes = 0;
  let packedBytes = 0;
  await withZip(path, name, async (zip) => {
    packedBytes = zip.fileSize;
    if (zip.entryCount > maxEntries)
      throw new FileRefused(
        `${name} holds more than ${maxEntries.toLocaleString('en')} files.`,
        'TOO_LARGE',
      );
    for await (const entry of zip.eachEntry()) {
      expandedBytes += entry.uncompressedSize;
      assertExpansion(packedBytes, expandedBytes, name);
      if (isFile(entry)) entries.push(entry);
    }
  });
  return {
    name,
    entries,
    isWorkbook: entries.some(({ fileName }) => fileName === 'xl/workbook.xml'),
    expandedBytes,
    read: (entry) => readEntry(path, name, entry),
  };
}

const isFile = ({ fileName }: Entry): boolean =>
  !/\/$|^__MACOSX\/|(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini)$/i.test(fileName);

const tableName = /\.(csv|tsv|tab|psv|geojsonl?|jsonl?|ndjson)$/i;

/** The one table in an archive, beside which there may be a text about it. @throws FileRefused */
export function tableIn({ name, entries }: ZipArchive): Entry {
  refuseDocument(entries, name);
  const tables = entries.filter(({ fileName }) => tableName.test(fileName));
  const [table, ...others] = tables.length > 0 ? tables : entries;
  if (!table) throw new FileRefused(`${name} is an empty archive.`, 'EMPTY_FILE');
  if (table.isEncrypted())
    throw new FileRefused(`${name} has a password. Unpack it, and import the file in it.`);
  if (others.length === 0) return table;
  const names = [table, ...others].slice(0, 6).map(({ fileName }) => fileName);
  throw new FileRefused(
    `${name} holds ${others.length + 1} files, and an archive may hold one table: ` +
      `${names.join(', ')}${others.length > 5 ? ', …' : ''}. Unpack it, and import them.`,
    'WRONG_FORMAT',
  );
}

async function* readEntry(path: string, name: string, entry: Entry): AsyncGenerator<Buffer> {
  const zip = await openOrRefuse(path, name);
  try {
    // Bytes beyond the size that the archive states are an error here.
    let checksum = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    if (checksum !== entry.crc32) throw new Error(`${entry.fileName} has another checksum`);
  } catch (error) {
    throw brokenZip(name, error);
  } finally {
    zip.close();
  }
}

async function withZip(
  path: string,
  name: string,
  work: (zip: yauzl.ZipFile) => Promise<void>,
): Promise<void> {
  const zip = await openOrRefuse(path, name);
  try {
    await work(zip);
  } catch (error) {
    throw error instanceof FileRefused ? error : brokenZip(name, error);
  } finally {
    zip.close();
  }
}

const openOrRefuse = (path: string, name: string): Promise<yauzl.ZipFile> =>
  yauzl
    .openPromise(path, { autoClose: false, lazyEntries: true })
    .catch((error) => Promise.reject(brokenZip(name, error)));

function brokenZip(name: string, error: unknown): FileRefused {
  const { message } = error as Error;
  // The archive is complete, but yauzl does not take its compression or the names of its files.
  const isOther = /not supported|unsupported|path:|invalid characters/.test(message);
  return isOther
    ? new FileRefused(
        `${name} cannot be read (${message}). Unpack it, and import the file in it.`,
        'WRONG_FORMAT',
      )
    : new FileRefused(`${name} is not a complete zip file (${message}). Get it again.`);
}
