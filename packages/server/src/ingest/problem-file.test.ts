import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { defaultProblemPath, ProblemFile } from './problem-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-problems-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a problem file', () => {
  test('is CSV in which no cell is a formula, and null is empty', async () => {
    const path = join(folder, 'problems.csv');
    const problems = new ProblemFile(path);
    const place = { file: 'events.csv', line: 2, column: 'notes', kind: 'BAD_CODE' };
    await problems.add({ ...place, value: '=1+1', reason: 'a, "b"\nc', refused: false });
    await problems.add({ ...place, column: null, value: null, reason: 'd', refused: true });
    await problems.close();
    expect(problems.count).toBe(2);
    expect(readFileSync(path, 'utf8')).toBe(
      [
        'file,line,column,value,kind,reason,row',
        `events.csv,2,notes,'=1+1,BAD_CODE,"a, ""b""\nc",imported`,
        'events.csv,2,,,BAD_CODE,d,refused',
        '',
      ].join('\r\n'),
    );
  });

  test('is by default in a folder that git ignores, since it quotes rows', async () => {
    const before = process.cwd();
    process.chdir(folder);
    try {
      for (const name of ['/elsewhere/one.csv', 'two.csv']) {
        const problems = new ProblemFile(defaultProblemPath(name));
        const row = {
          file: name,
          line: 3,
          column: null,
          value: null,
          kind: 'TAG_ROW',
          reason: 'x',
        };
        await problems.add({ ...row, refused: false, passedOver: true });
        await problems.close();
      }
      expect(readFileSync(join(folder, 'import-problems/.gitignore'), 'utf8')).toBe('*\n');
      expect(readFileSync(join(folder, 'import-problems/one.csv.problems.csv'), 'utf8')).toMatch(
        /,x,passed over\r\n$/,
      );
      expect(existsSync(join(folder, 'import-problems/two.csv.problems.csv'))).toBe(true);
    } finally {
      process.chdir(before);
    }
  });

  test('is not created without a problem', async () => {
    const path = join(folder, 'none.csv');
    const problems = new ProblemFile(path);
    await problems.assertWritable();
    await problems.close();
    expect(existsSync(path)).toBe(false);
  });

  test.each([
    ['in a missing folder', join(folder, 'missing', 'x.csv'), 'ENOENT'],
    ['that is a folder', folder, 'EISDIR'],
  ])('%s is an error, before rows are imported and while they are', async (_, path, code) => {
    const problems = new ProblemFile(path);
    await expect(problems.assertWritable()).rejects.toMatchObject({ code });
    const row = { file: 'a.csv', line: 2, column: null, value: null, kind: 'X', reason: 'y' };
    await problems.add({ ...row, refused: false });
    await expect(problems.close()).rejects.toMatchObject({ code });
    await expect(problems.add({ ...row, refused: false })).rejects.toMatchObject({ code });
  });
});
