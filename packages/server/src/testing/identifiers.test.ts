import { dirname } from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript-5.9';
import { filesIn, isCode, isForTests, syntaxOf } from './repository.ts';

/** Participles and adverbs that say nothing about the thing that they name. */
const vague = new Set(
  (
    'told said asked asking given found known kept shown written named listed placed tied hung ' +
    'brought left most longest own whole bare within'
  ).split(' '),
);

interface Declared {
  path: string;
  name: string;
  isType: boolean;
  isExported: boolean;
}

const namesOf = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((each) => (ts.isBindingElement(each) ? namesOf(each.name) : []));

/** What a file declares at its top level. */
const declaredIn = (path: string): Declared[] =>
  syntaxOf(path).statements.flatMap((statement): Declared[] => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) =>
        namesOf(name).map((each) => ({ path, name: each, isType: false, isExported })),
      );
    const { name } = statement as { name?: ts.Node };
    return name && ts.isIdentifier(name) ? [{ path, name: name.text, isType, isExported }] : [];
  });

const code = filesIn('.').filter((path) => isCode(path) && !path.endsWith('.d.ts'));
const declared = code.flatMap(declaredIn);

test('no top-level identifier is a bare participle or adverb', () => {
  const wrong = declared.filter(({ name }) => vague.has(name.toLowerCase()));
  expect(declared.length).toBeGreaterThan(1_500);
  expect(wrong.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
});

test('no exported type has the name of a type in another folder', () => {
  const types = declared.filter(
    ({ path, isType, isExported }) =>
      isType && isExported && path.startsWith('packages/') && !isForTests(path),
  );
  const foldersOf = new Map<string, Set<string>>();
  for (const { name, path } of types)
    foldersOf.set(name, (foldersOf.get(name) ?? new Set()).add(dirname(path)));
  const shared = [...foldersOf].filter(
    ([, folders]) =>
      new Set([...folders].map((folder) => folder.split('/')[1])).size < folders.size,
  );
  expect(shared.map(([name, folders]) => `${name}: ${[...folders].join(', ')}`)).toEqual([]);
});
