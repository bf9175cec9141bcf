/**
 * Makes two import conflicts in an empty part of the ledger: places from a file, moved by a person,
 * and the same file with other coordinates.
 */
export async function makeConflicts(url, authorization, ask) {
  const importFile = async (name, latitudes) => {
    const [south, north] = latitudes;
    const response = await fetch(new URL(`/import/gazetteer?file=${name}`, url), {
      method: 'POST',
      headers: { 'content-type': 'text/csv', authorization },
      body: [
        'admin1Name_en,admin1Pcode,admin2Name_en,admin2Pcode,lat,lon',
        `North,XX01,Old Town,XX0101,${south},36.1`,
        `North,XX01,New Town,XX0102,${north},36.3`,
      ].join('\n'),
    });
    if (!response.ok) throw new Error(await response.text());
  };
  await importFile('places.csv', [32.5, 32.6]);
  for (const text of ['Old Town', 'New Town']) {
    const { locations } = await ask(
      'query ($text: String!) { locations(filter: { text: $text }) { nodes { id version } } }',
      { text },
    );
    const [{ id, version }] = locations.nodes;
    await ask(
      `mutation ($id: ID!, $version: Int!) {
        updateLocation(id: $id, expectedVersion: $version, input: { point: { lat: 33, lon: 36 } })
          { location { id } } }`,
      { id, version },
    );
  }
  await importFile('places-2.csv', [32.7, 32.8]);
}
