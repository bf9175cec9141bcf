import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { emptyProject, type Project, resolutions } from '../packages/sdk/src/consumer.testing.ts';
import { type Api, startApi } from '../packages/server/src/testing/api.ts';

/** Compiles and runs the code of the READMEs outside this repository, with the sample data. */
let api: Api;
let project: Project;
beforeAll(async () => {
  api = await startApi('sample');
  project = emptyProject('snippets');
  project.link(
    ...['@claimgraph/sdk', '@tanstack/react-query', '@tanstack/query-core'],
    ...['@types/react', 'react'],
  );
});
afterAll(async () => {
  await api.stop();
  project.remove();
});

const readmes = ['README.md', 'packages/sdk/README.md', 'examples/README.md'];
const read = (file: string) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
const blocks = (file: string, language: string) =>
  [...read(file).matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)\n\`\`\`$`, 'gm'))].map(
    ([, text]) => text!,
  );

/** The code blocks of a page as one program. The first block is visible to all others. */
function program(texts: readonly string[]): string {
  const imports = new Map<string, Set<string>>();
  const bodies = texts.map((text) =>
    text.replaceAll(/^import \{(.*)\} from '(.*)';$/gm, (_, names: string, from: string) => {
      for (const name of names.split(','))
        imports.set(from, (imports.get(from) ?? new Set()).add(name.trim()));
      return '';
    }),
  );
  const [first, ...others] = bodies;
  const head = [...imports].map(
    ([from, names]) => `import { ${[...names].join(', ')} } from '${from}';`,
  );
  return [...head, first, ...others.map((body) => `{\n${body}\n}`)]
    .join('\n')
    .replaceAll('http://localhost:4000/graphql', api.url);
}

describe.each(['README.md', 'packages/sdk/README.md'])('the SDK code of %s', (file) => {
  test('compiles and runs unchanged', async () => {
    const name = file.replaceAll(/\W/g, '-');
    project.write({ [`${name}.ts`]: program(blocks(file, 'ts')) });
    expect(
      await project.compile('7.0', { ...resolutions.nodenext, noEmit: false }, `${name}.ts`),
    ).toBe('');
    const { code, out } = await project.run(process.execPath, `${name}.js`);
    expect([code, out.split('\n').length > 10]).toEqual([0, true]);
    expect(out).toMatch(
      /Yasser al-Turkmani.*Jaish Khalid ibn al-Walid controls the Yarmouk basin\./,
    );
    if (file === 'README.md') return;
    const [answer, ...others] = blocks(file, 'text');
    expect(out.startsWith(`${answer}\n`)).toBe(true);
    for (const other of others) expect(out).toContain(`${other}\n`);
    for (const words of [
      'created Seen at the crossing',
      'notFound –',
      'after 1 attempt',
      '2 claims are fears',
      'the fear that makes people leave',
      '\nnotFound\n',
      '\n3 [',
    ])
      expect(out).toContain(words);
  });

  test('for React compiles', async () => {
    const pages = Object.fromEntries(blocks(file, 'tsx').map((text, i) => [`page${i}.tsx`, text]));
    project.write(pages);
    const options = { ...resolutions.bundler, jsx: 'react-jsx' };
    if (Object.keys(pages).length > 0)
      expect(await project.compile('7.0', options, ...Object.keys(pages))).toBe('');
  });
});

test('the commands that run an example work', async () => {
  const commands = readmes
    .flatMap((file) => read(file).match(/^node examples\/.*$/gm) ?? [])
    .map((line) => line.replace('http://localhost:4000/graphql', ''));
  const scripts = readdirSync(new URL('.', import.meta.url)).filter((name) =>
    /^\d.*mjs$/.test(name),
  );
  for (const name of scripts)
    expect(commands).toContainEqual(expect.stringContaining(`examples/${name}`));
  for (const line of commands.filter((each) => !each.includes('05-watch'))) {
    const [, script, ...args] = line.split(/\s+/);
    const path = new URL(`../${script}`, import.meta.url).pathname;
    const { code, out } = await project.run(process.execPath, path, api.url, ...args);
    expect([line, code]).toEqual([line, 0]);
    expect(out).not.toBe('');
  }
});
