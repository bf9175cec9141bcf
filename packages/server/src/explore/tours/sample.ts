import type { Tour } from '../tour.ts';

const variables = {
  measure: 'PEOPLE_DISPLACED',
  actor: '118',
  role: 'TOWARDS',
  region: 'Yarmouk basin',
  alliance: 'Army of the South',
  modality: 'FEARED',
  area: 'SY12',
  from: '2018-06-19',
  to: '2018-07-31',
  activist: 'al-Masalma',
  officer: 'al-Turkmani',
  title: 'Daraa',
  outlet: 'Diyaruna',
  day: '2018-07-10',
  town: 'C6037',
  name: 'Tall Shehab',
};

const document = `# Who said how many people fled, through which outlet? (max null: unbounded)
query HowManyDisplaced($measure: Measure!) {
  claims(filter: { quantity: { measure: $measure } }) {
    nodes { ...Said quantities { measure comparator min max asWritten } }
  }
}

# Which towns did government forces enter?
query TownsEntered($actor: String!) {
  record(type: FACTION, externalId: { system: "ucdp-actor", value: $actor }) { ... on Faction {
    name
    claims(filter: { kind: [ADVANCE], place: { role: [TO] } }) {
      nodes { ...Said places {
        role asWritten location { label kind externalIds { system value } }
      } }
    }
  } }
}

# Where did displaced people go?
query WhereTheyWent($role: PlaceRole!) {
  claims(filter: { kind: [DISPLACEMENT], place: { role: [$role] } }) {
    nodes { ...Said places { role asWritten location { label kind } } }
  }
}

# Who controls the Yarmouk basin, and whose affiliate is it?
query WhoControls($region: String!) {
  locations(filter: { text: $region }) { nodes {
    label
    claims(filter: { kind: [TERRITORIAL_CONTROL] }) { nodes {
      ...Said
      parties { role faction {
        name relations(kinds: [AFFILIATE_OF]) { kind to { name } claims { statement } }
      } }
    } }
  } }
}

# How many factions form the Army of the South, by which claims?
query WhoFormsTheAlliance($alliance: String!) {
  factions(filter: { text: $alliance }) { nodes {
    name
    relations(kinds: [PART_OF]) {
      from { name collective }
      claims { ...Said quantities { measure best asWritten } }
    }
  } }
}

# What is feared, but not said to have happened?
query Fears($modality: Modality!) {
  claims(filter: { modality: [$modality] }) { nodes { ...Said places { location { label } } } }
}

# What is said about Daraa and all places in it, newest first?
query EverythingInside($area: String!, $from: String, $to: String) {
  record(type: LOCATION, externalId: { system: "ocha-pcode", value: $area }) { ... on Location {
    label
    claims(filter: { occurred: { from: $from, to: $to, unknown: true } }) {
      totalCount
      nodes {
        ...Said occurred { edtf earliest latest basis } places { role location { label } }
        parties { role faction { name } } quantities { measure comparator min max }
      }
    }
  } }
}

# Which place has this name, in any spelling?
query FindByName($name: String!) {
  search(text: $name) { nodes { rule score label } }
}

# Which claims support or contradict others?
query HowClaimsStand {
  claims(filter: { link: { kind: [REFINES, CORROBORATES, REPEATS, CONTRADICTS] } }) {
    nodes { statement links { kind sharedOrigin rationale from { ...Said } to { ...Said } } }
  }
}

# What did the activist and the officer say?
query ActivistAndOfficer($activist: String!, $officer: String!) {
  activist: sources(filter: { text: $activist }) { nodes { ...Voice } }
  officer: sources(filter: { text: $officer }) { nodes { ...Voice } }
}

# When was the report published?
query WhenPublished($title: String!) {
  reports(filter: { text: $title }) {
    nodes { published { edtf approximate basis earliest latest asWritten } }
  }
}

# How is an outlet rated, and how were its claims assessed?
query SourceRecord($outlet: String!) {
  sources(filter: { text: $outlet }) { nodes {
    name kind reliability ratings { reliability at by rationale }
    claims(first: 5) { totalCount nodes { statement status credibility } }
  } }
}

# Which allies did a faction have on a day, and what does it control?
query FactionOnADay($actor: String!, $day: String!) {
  record(type: FACTION, externalId: { system: "ucdp-actor", value: $actor }) { ... on Faction {
    name
    relations(at: $day) { kind from { name } to { name } claims { statement } }
    claims(filter: { kind: [TERRITORIAL_CONTROL] }) {
      nodes { ...Said places { location { label } } }
    }
  } }
}

# Who created this place, and what has changed since?
query RecordHistory($town: String!) {
  record(type: LOCATION, externalId: { system: "ocha-pcode", value: $town }) {
    version
    history { nodes { version at by action change diff { path before after } } }
  }
}

# Who said it, first speaker first, and where we read it.
fragment Said on Claim {
  statement modality
  attributions { chain { capacity verb source { name role } } }
  report { title publisher { name } }
  passage { quote }
}

# Who the source is, and what it said first.
fragment Voice on Source {
  name role reliability
  claims(asOrigin: true) { totalCount nodes { statement kind modality } }
}
`;

/** What the sample report says, and how we know. */
export const sampleTour: Tour = {
  key: 'sample',
  title: 'The sample report',
  document,
  variables,
};
