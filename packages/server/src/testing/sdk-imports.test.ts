import { expect, test } from '@jest/globals';
import { filesIn, isForTests, read } from './repository.ts';

const statement = /^(?:import|export|\}).*?'([^']+)';$|\bimport\('([^']+)'\)/gm;

/** What the files below a folder import, as "top folder -> module". Types are included. */
const importsIn = (folder: string, of: RegExp): string[] => {
  const found = filesIn(folder)
    .filter((path) => path.endsWith('.ts') && !isForTests(path))
    .flatMap((path) =>
      [...read(path).matchAll(statement)].map(([, fixed, dynamic]) => ({
        part: path.slice(folder.length + 1).split('/')[0],
        module: fixed ?? dynamic ?? '',
      })),
    );
  expect(found.length).toBeGreaterThan(20);
  const wanted = found.filter(({ module }) => of.test(module));
  return [...new Set(wanted.map(({ part, module }) => `${part} -> ${module}`))].sort();
};

test('the server uses only the wordings of the SDK, in exports and in the command line', () => {
  expect(importsIn('packages/server/src', /claimgraph\/sdk|\/sdk\//)).toEqual([
    'cli -> @claimgraph/sdk/format',
    'export -> @claimgraph/sdk/format',
  ]);
});

test('the wordings import nothing but each other, so that the server loads no client', () => {
  const modules = importsIn('packages/sdk/src', /./).filter((each) => /^format/.test(each));
  expect(modules).not.toEqual([]);
  expect(modules.filter((each) => !/ -> \.\/format-\w+\.ts$/.test(each))).toEqual([]);
});
