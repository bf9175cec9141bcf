import { describe, expect, test } from '@jest/globals';
import ts from 'typescript-5.9';
import { filesIn, isForTests, read, syntaxOf } from './repository.ts';

const sources = ['packages/server/src', 'packages/sdk/src', 'packages/explorer/src']
  .flatMap(filesIn)
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('/migrations/'));
const program = sources.filter((path) => !isForTests(path));

/** Where nodes of a kind are, as `path:line`. */
const placesOf = (matches: (node: ts.Node, source: ts.SourceFile) => boolean): string[] =>
  program.flatMap((path) => {
    const source = syntaxOf(path);
    const places: string[] = [];
    const visit = (node: ts.Node): void => {
      if (matches(node, source))
        places.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return places;
  });

const isCastTo = (node: ts.Node, kind: ts.SyntaxKind): node is ts.AsExpression =>
  ts.isAsExpression(node) && node.type.kind === kind;

/** Whether a comment is on the line of a node, or on one of the four lines above it. */
const hasCommentAbove = (node: ts.Node, source: ts.SourceFile): boolean => {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  return source.text
    .split('\n')
    .slice(Math.max(0, line - 4), line + 1)
    .some((each) => /\/\/|\/\*|^\s*\*/.test(each));
};

describe('outside tests', () => {
  test('there are at most 10 casts to never', () => {
    const casts = placesOf((node) => isCastTo(node, ts.SyntaxKind.NeverKeyword));
    expect(casts.length > 10 ? casts : []).toEqual([]);
  });

  test('there are at most 40 non-null assertions', () => {
    const assertions = placesOf(ts.isNonNullExpression);
    expect(assertions.length > 40 ? assertions : []).toEqual([]);
  });

  test('a cast through unknown has a comment with the reason', () => {
    const casts = placesOf(
      (node, source) =>
        ts.isAsExpression(node) &&
        isCastTo(node.expression, ts.SyntaxKind.UnknownKeyword) &&
        !hasCommentAbove(node, source),
    );
    expect(casts).toEqual([]);
  });
});

test('files are short: median at most 70 lines, 90 % at most 180, none over 300', () => {
  const lines = (path: string) => read(path).split('\n').length - 1;
  const lengths = program.map(lines).sort((a, b) => a - b);
  expect(lengths[Math.floor((lengths.length - 1) * 0.5)]).toBeLessThanOrEqual(70);
  expect(lengths[Math.floor((lengths.length - 1) * 0.9)]).toBeLessThanOrEqual(180);
  expect(sources.filter((path) => lines(path) > 300)).toEqual([]);
});

test('there are at most three module-level caches, all made by memoize', () => {
  const caches = program.flatMap((path) =>
    [...read(path).matchAll(/^(?:export )?const \w+ = memoize\(/gm)].map(() => path),
  );
  const others = program.filter((path) =>
    /^const \w+ = new (WeakMap|LRUCache)\b/m.test(read(path)),
  );
  expect(caches.length).toBeLessThanOrEqual(3);
  expect(others).toEqual([]);
});
