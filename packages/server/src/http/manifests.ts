import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** A manifest of operations cannot be used. The message is for the person who starts the server. */
export class ManifestError extends Error {}

/** Apollo’s format. Other properties do not matter here. */
const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string().min(1) })),
});

/** The manifest that the build of the page writes. */
const pageManifest = fileURLToPath(
  new URL('../../../explorer/dist/manifest.json', import.meta.url),
);

/**
 * The texts of trusted operations by their SHA-256, and by the ids that their manifests give them:
 * those of the SDK, those of the page if it is built, and those of further manifests.
 *
 * @throws ManifestError
 */
export async function trustedOperations(
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const own = createRequire(import.meta.url).resolve('@claimgraph/sdk/manifest.json');
  const bodies = new Map<string, string>();
  for (const path of [own, ...(existsSync(pageManifest) ? [pageManifest] : []), ...paths])
    for (const { id, body } of await readManifest(path)) {
      bodies.set(createHash('sha256').update(body).digest('hex'), body);
      const known = bodies.get(id);
      if (known !== undefined && known !== body)
        throw new ManifestError(`Two manifests give the id ${id} to different operations.`);
      bodies.set(id, body);
    }
  return bodies;
}

async function readManifest(path: string): Promise<z.infer<typeof manifest>['operations']> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ManifestError(`The manifest ${path} cannot be read. See CLAIMGRAPH_MANIFESTS.`);
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    content = undefined;
  }
  const { data } = manifest.safeParse(content);
  if (data) return data.operations;
  throw new ManifestError(
    `${path} is not a manifest of operations: JSON with "format": ` +
      '"apollo-persisted-query-manifest", "version": 1, and "operations" with "id" and "body".',
  );
}
