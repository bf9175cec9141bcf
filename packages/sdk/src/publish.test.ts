import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const clone = mkdtempSync(join(tmpdir(), 'claimgraph-clone-'));
afterAll(() => rmSync(clone, { recursive: true, force: true, maxRetries: 5 }));

test('npm pack builds the package in a clone that was never built', () => {
  cpSync(join(root, 'tsconfig.json'), join(clone, 'tsconfig.json'));
  cpSync(join(root, 'packages/sdk'), join(clone, 'packages/sdk'), {
    recursive: true,
    filter: (path) => !['dist', 'node_modules'].includes(basename(path)),
  });
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'), 'junction');
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--json', '--offline'], {
    cwd: join(clone, 'packages/sdk'),
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  const { exports } = JSON.parse(readFileSync(join(root, 'packages/sdk/package.json'), 'utf8'));
  const targets = JSON.stringify(exports).match(/(?<="\.\/)[^"]+\.\w+(?=")/g)!;
  const packed = files.map(({ path }) => path);
  expect(targets.filter((target) => target.startsWith('dist/')).length).toBeGreaterThan(30);
  for (const target of targets.filter((name) => /^(dist|src)\//.test(name)))
    expect(packed).toContain(target);
  expect(packed).toContain('dist/cjs/package.json');
}, 120_000);

test('the README has only links that work on npm: whole addresses, and its own headings', () => {
  const text = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const links = [...text.matchAll(/\]\(([^)\s]+)|\]:\s*(\S+)|(?:href|src)="([^"]+)"/g)];
  const targets = links.map((groups) => groups.slice(1).find(Boolean)!);
  const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(
    ([, heading]) =>
      `#${heading!
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replaceAll(' ', '-')}`,
  );
  expect(targets.length).toBeGreaterThan(0);
  expect(targets.filter((to) => !/^https:\/\//.test(to) && !anchors.includes(to))).toEqual([]);
});
