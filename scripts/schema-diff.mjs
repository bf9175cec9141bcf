/**
 * `npm run schema:diff [-- REF]` compares the schema with that of an earlier commit, and names the
 * operations of the SDK at that commit that the difference breaks. Without REF, it compares with
 * the last release (tag `v…`). As long as there is none, it compares with the schema before its
 * last change that is not one of descriptions only.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { root } from './check/house.mjs';
import { compareSchemas, describe } from './schema/compare.mjs';

const schemaFile = 'packages/server/schema.graphql';
const manifestFile = 'packages/sdk/src/generated/manifest.json';

/** The output of git. Undefined: it failed, for example because this is not a clone. */
const git = (...args) => {
  const { status, stdout } = spawnSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return status === 0 ? stdout : undefined;
};

/** The schema and the SDK's operations at a commit. Undefined: the commit has none. */
const readAt = (ref) => {
  const [schema, manifest] = [schemaFile, manifestFile].map((file) =>
    git('show', `${ref}:${file}`),
  );
  if (schema === undefined) return undefined;
  return {
    schema: buildSchema(schema),
    operations: manifest ? JSON.parse(manifest).operations : [],
  };
};

const schema = buildSchema(readFileSync(join(root, schemaFile), 'utf8'));
const differenceFrom = (ref) => {
  const base = readAt(ref);
  return base && describe(compareSchemas(base.schema, schema, base.operations));
};

/** How many changes of the schema are looked at, to find one that clients can notice. */
const maxChanges = 20;

/** The commits to compare with, in this order, until one differs. */
const basesByDefault = () => {
  const release = git('describe', '--tags', '--abbrev=0', '--match', 'v*')?.trim();
  if (release) return [release];
  const changes = git('log', `-${maxChanges}`, '--format=%h', '--', schemaFile) ?? '';
  return ['HEAD', ...changes.split('\n').map((commit) => commit && `${commit}^`)].filter(Boolean);
};
const [ref] = process.argv.slice(2);
const bases = ref ? [ref] : basesByDefault();
if (ref && readAt(ref) === undefined) {
  console.error(`There is no schema at ${ref}.`);
  process.exitCode = 1;
} else {
  const base = bases.find(differenceFrom);
  if (base) console.log(`The schema, compared with ${base}:\n${differenceFrom(base)}`);
  else
    console.log(`The schema has not changed since ${bases.at(-1) ?? 'the start of its history'}.`);
}
