import type { Tour } from '../tour.ts';

const variables = {
  area: 'SY12',
  actor: '118',
  days: 31,
  cited: 1,
  least: 5_000,
  measure: 'PEOPLE_DISPLACED',
  since: '2018-01-01T00:00:00Z',
  box: { west: 35.9, south: 32.5, east: 36.3, north: 32.8 },
  polygon: {
    type: 'Polygon',
    coordinates: [
      [
        [36.1, 32.55],
        [36.3, 32.55],
        [36.3, 32.7],
        [36.1, 32.7],
        [36.1, 32.55],
      ],
    ],
  },
};

const document = `# What does a party do in an area? Both are given by their ids in other systems.
query PartyInArea($area: String!, $actor: String!) {
  claims(filter: {
    place: { externalId: { system: "ocha-pcode", value: $area } }
    party: { externalId: { system: "ucdp-actor", value: $actor } }
  }) { totalCount nodes { kind statement parties { role faction { name } } } }
}

# What is said about the places in a box of the map?
query InBox($box: BoundingBoxInput!) {
  claims(filter: { place: { bbox: $box } }) {
    totalCount nodes { statement places { location { label point { lat lon } } } }
  }
}

# Which places are inside an outline, and what is said about them?
query InOutline($polygon: GeoJSON!) {
  locations(filter: { polygon: $polygon }) { nodes { label point { lat lon } } }
  claims(filter: { place: { polygon: $polygon } }) { totalCount nodes { statement } }
}

# Which claims have a date of at most so many days?
query WellDated($days: Int!) {
  claims(filter: { dateWidth: { atMost: $days } }) {
    totalCount nodes { statement occurred { earliest latest } }
  }
}

# Which claims cite at least so many reports?
query WellCited($cited: Int!) {
  claims(filter: { citations: { atLeast: $cited } }) {
    totalCount nodes { statement citations { locator report { title } } }
  }
}

# Which figures may be this large, as whole figures and with their parts?
query LargeFigures($measure: Measure!, $least: Int!) {
  whole: claims(filter: { quantity: { measure: $measure, atLeast: $least } }) { ...Figures }
  best: claims(filter: { quantity: { measure: $measure, atLeast: $least, best: true } }) {
    ...Figures
  }
  parts: claims(filter: { quantity: { measure: $measure, atLeast: $least, parts: true } }) {
    ...Figures
  }
}

# Which reports are cited most, and by which claims?
query MostCited {
  reports(orderBy: { by: CITATIONS }) { nodes {
    title citedBy { totalCount nodes { statement report { title } } }
  } }
}

# What has changed since a moment, in all record types?
query ChangedSince($since: DateTime!) {
  claims(filter: { updatedAt: { from: $since } }) { totalCount }
  reports(filter: { updatedAt: { from: $since } }) { totalCount }
  sources(filter: { updatedAt: { from: $since } }) { totalCount }
  factions(filter: { updatedAt: { from: $since } }) { totalCount }
  locations(filter: { updatedAt: { from: $since } }) { totalCount }
}

# What was recorded since a moment?
query RecordedSince($since: DateTime!) {
  claims(filter: { createdAt: { from: $since } }, orderBy: { by: RECORDED }) {
    totalCount nodes { createdAt statement }
  }
}

# Which claims and places were withdrawn, by whom and why?
query Withdrawn {
  claims(filter: { withdrawn: ONLY }) {
    totalCount nodes { statement withdrawn { rationale by at } }
  }
  locations(filter: { withdrawn: ONLY }) {
    totalCount nodes { label withdrawn { rationale by at } }
  }
}

# Where do imported files say something else than people decided?
query Conflicts {
  importConflicts {
    totalCount nodes { field value fileValue format release record { id __typename } }
  }
}

# What the figures are.
fragment Figures on ClaimConnection {
  totalCount nodes { statement quantities { measure min best max partOf } }
}
`;

/** Questions that filters and orders answer. */
export const findingTour: Tour = { key: 'finding', title: 'Finding', document, variables };
