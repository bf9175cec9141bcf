/** Warns if a server is older than the SDK. */
import type { Client, Result } from './client.ts';
import { fingerprint } from './generated/fingerprint.ts';
import type { Operation } from './operation.ts';

/** What a server lacks of the schema that the SDK was generated from. */
export interface SchemaMismatch {
  /** What is to be done, for a log. */
  readonly message: string;
  /** The missing types, fields, arguments and enum values, as schema coordinates: `Claim.kind`. */
  readonly missing: readonly string[];
}

interface WithName {
  readonly name: string;
  readonly args?: readonly WithName[];
}
interface Introspection {
  readonly __schema: {
    readonly types: readonly (WithName &
      Readonly<Record<'fields' | 'inputFields' | 'enumValues', readonly WithName[] | null>>)[];
  };
}

const namesIn = (field: string) => `${field}(includeDeprecated: true) { name`;
const introspectionQuery: Operation<Introspection, Record<string, never>> = {
  kind: 'query',
  name: 'SchemaNames',
  text:
    `query SchemaNames { __schema { types { name ${namesIn('fields')} ${namesIn('args')} } } ` +
    `${namesIn('inputFields')} } ${namesIn('enumValues')} } } } }`,
  hash: async () => undefined,
};

/**
 * Makes a client warn once if the server's schema lacks something that this SDK was generated
 * from. Each answer of the server has the fingerprint of its schema. Only if that is another one,
 * the client asks for the names in the server's schema, in one request beside yours.
 * ```ts
 * const client = withSchemaCheck(createClient({ url }));
 * ```
 * @param warn Called once with what is missing. Default: `console.warn` with the message.
 */
export function withSchemaCheck<C extends Client>(
  client: C,
  warn: (mismatch: SchemaMismatch) => void = ({ message }) => console.warn(message),
): C {
  let checked: string | null | undefined = fingerprint;
  let warned = false;

  const check = async (): Promise<void> => {
    const { data } = await client.result(introspectionQuery);
    // It is needed by few, so bundlers put it into a file of its own.
    const { members } = await import('./generated/coordinates.ts');
    const missing = data ? missingFrom(data, members) : [];
    if (missing.length === 0 || warned) return;
    warned = true;
    warn({ message: messageAbout(missing, client.key), missing });
  };

  const result = async (...args: Parameters<Client['result']>): Promise<Result<unknown>> => {
    const answer = await client.result(...args);
    const served = answer.meta.headers?.get('claimgraph-schema');
    if (answer.data && served !== checked) {
      checked = served;
      check().catch(() => undefined);
    }
    return answer;
  };
  const execute = async (...args: Parameters<Client['result']>): Promise<unknown> => {
    const { data, errors } = await result(...args);
    if (errors) throw errors[0];
    return data;
  };
  return { ...client, result, execute };
}

/** The parts of this SDK's schema that a server lacks. Of a missing field, no arguments. */
function missingFrom({ __schema }: Introspection, members: Readonly<Record<string, string>>) {
  const served = new Set<string>();
  for (const { name, fields, inputFields, enumValues } of __schema.types) {
    served.add(name);
    for (const each of [fields, inputFields, enumValues].flatMap((list) => list ?? [])) {
      served.add(`${name}.${each.name}`);
      for (const arg of each.args ?? []) served.add(`${name}.${each.name}(${arg.name}:)`);
    }
  }
  const missing: string[] = [];
  const isServed = (coordinate: string) => {
    if (!served.has(coordinate)) missing.push(coordinate);
    return served.has(coordinate);
  };
  for (const [type, text] of Object.entries(members)) {
    if (!isServed(type)) continue;
    for (const [, name, args = ''] of text.matchAll(/(\w+)(?:\((.*?)\))?/g))
      if (isServed(`${type}.${name}`))
        for (const arg of args.split(' ')) if (arg) isServed(`${type}.${name}(${arg}:)`);
  }
  return missing;
}

const maxNames = 5;

function messageAbout(missing: readonly string[], server: string): string {
  const more = missing.length > maxNames ? ` and ${missing.length - maxNames} more` : '';
  return (
    `The server at ${server} is older than this SDK. It lacks ` +
    `${missing.slice(0, maxNames).join(', ')}${more}. Update the server, or use the SDK that ` +
    'belongs to it.'
  );
}
