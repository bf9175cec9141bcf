import type { Api } from './api.ts';

/** The id of one record of each type in the sample, and the ids of one `link` and one `name`. */
export async function sampleIds(api: Api): Promise<Record<string, string>> {
  const { claims, sources, factions, locations } = await api.data(`{
    claims(first: 1, filter: { link: { kind: [CORROBORATES] } }) {
      nodes { id links { id } report { id } }
    }
    sources(first: 1) { nodes { id } }
    factions(first: 1) { nodes { id } }
    locations(first: 1) { nodes { id names { id } } }
  }`);
  const [claim] = claims.nodes;
  const [location] = locations.nodes;
  return {
    claim: claim.id,
    link: claim.links[0].id,
    report: claim.report.id,
    source: sources.nodes[0].id,
    faction: factions.nodes[0].id,
    location: location.id,
    name: location.names[0].id,
  };
}

/** The id of the record in a list whose display name is exactly `name`. */
export async function idByName(
  api: Api,
  list: 'sources' | 'factions' | 'locations',
  name: string,
): Promise<string> {
  const type = `${list[0]!.toUpperCase()}${list.slice(1, -1)}`;
  const data = await api.data(
    `query ($filter: ${type}Filter) { ${list}(filter: $filter) { nodes { id name } } }`,
    { filter: { text: name } },
  );
  return data[list].nodes.find((node: { name: string }) => node.name === name).id;
}
