import assert from 'node:assert/strict';
import { cpSync, renameSync } from 'node:fs';
import { join } from 'node:path';

export default async function check({ url, folder, attemptTool, tool, writeRecipes }) {
  writeRecipes(url, 'tsconfig.tada.json');
  renameSync(join(folder, 'tsconfig.tada.json'), join(folder, 'tsconfig.json'));
  await tool('gql.tada/bin/cli.js', ['check']);
  cpSync(join(folder, 'bad.ts'), join(folder, 'src/bad.ts'));
  const { code, out } = await attemptTool('gql.tada/bin/cli.js', ['check']);
  assert.notEqual(code, 0, out);
  assert.match(out, /Cannot query field "statements" on type "Claim"/);
  assert.match(out, /Unknown fragment "ReportCard"/);
  assert.match(out, /Cannot query field "typeNames"/);
  assert.match(out, /Fields "id" conflict/);
  assert.match(out, /Int cannot represent non 32-bit signed integer value/);
}
