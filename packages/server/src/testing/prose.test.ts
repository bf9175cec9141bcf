import { expect, test } from '@jest/globals';
import ts from 'typescript-5.9';
import { filesIn, isCode, read } from './repository.ts';

/** Phrases without a good use in modern technical English, each with a replacement. */
const bannedPhrases: [phrase: RegExp, instead: string][] = [
  [/\b(told|tells)\b/i, 'returned, reports, says, is described in'],
  [/\banew\b|(?<!--)\bafresh\b/i, 'again, from scratch'],
  [/\bmend(s|ed|ing)?\b/i, 'fix, correct'],
  [/\b(whoever|whatever)\b/i, 'anyone, everything that'],
  [/\bis none of\b/i, 'there is none, is not one of'],
  [/(?<!\bthere )\bis no (?!longer\b|more\b|one\b)/i, 'is not a'],
  [/\bfor ever\b/i, 'permanently'],
  [/\bunless told\b/i, 'by default'],
  [/\bby way of\b/i, 'via'],
  [/\bbesides\b/i, 'in addition to'],
  [/\bbears\b/i, 'has'],
];

/** Texts by others, and the lists of words of these tests. */
const exempt =
  /samples\/|tables\/|\.rules\.ts$|(prose|identifiers)\.test\.ts$|package(-lock)?\.json$|RESULTS\.md$/;

/** The comments and texts of a program, each with its line. Identifiers are not prose. */
function proseOf(path: string): { line: number; text: string }[] {
  const text = read(path);
  if (!isCode(path)) return text.split('\n').map((each, i) => ({ line: i + 1, text: each }));
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const at = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const found: { line: number; text: string }[] = [];
  const comments = new Map<number, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node))
      found.push({ line: at(node.getStart()), text: node.text });
    for (const { pos, end } of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [])
      comments.set(pos, text.slice(pos, end));
    for (const child of node.getChildren()) visit(child);
  };
  visit(source);
  for (const [position, comment] of comments)
    comment.split('\n').forEach((line, i) => {
      found.push({ line: at(position) + i, text: line });
    });
  return found;
}

const proseFiles = filesIn('.').filter(
  (path) => /\.(md|ts|tsx|mjs|js|graphql|sql|yml|html)$/.test(path) && !exempt.test(path),
);

test('no prose uses a phrase that has a plain replacement', () => {
  const wrong = proseFiles.flatMap((path) =>
    proseOf(path).flatMap(({ line, text }) =>
      bannedPhrases
        .filter(([phrase]) => phrase.test(text))
        .map(
          ([phrase, instead]) => `${path}:${line}: "${phrase.exec(text)![0]}": write ${instead}`,
        ),
    ),
  );
  expect(proseFiles.length).toBeGreaterThan(400);
  expect(wrong).toEqual([]);
});

/** The lines of a page outside its code blocks and tables, whose width the content decides. */
const withoutFences = (page: string): string => {
  let isCode = false;
  return page.replaceAll(/^.*$/gm, (line) => {
    if (line.startsWith('```')) isCode = !isCode;
    return isCode || line.startsWith('|') ? '' : line;
  });
};

const isWide = (line: string): boolean => line.length > 100 && !/https?:\/\/\S+$/.test(line);

test('no line of code or prose is wider than 100 columns', () => {
  const wide = proseFiles
    .filter((path) => !/__sql__|migrations\/|schema\.graphql$/.test(path))
    .flatMap((path) => {
      const text = path.endsWith('.md') ? withoutFences(read(path)) : read(path);
      return text
        .split('\n')
        .flatMap((line, i) => (isWide(line) ? [`${path}:${i + 1} (${line.length})`] : []));
    });
  expect(wide).toEqual([]);
});
