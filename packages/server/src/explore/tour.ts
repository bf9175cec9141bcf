import {
  type DefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  separateOperations,
  TokenKind,
} from 'graphql';

/**
 * One set of values serves the whole document: ids differ from one installation to the next, so records are named
 * by their ids in other systems or by their names, as the sample report has them.
 */
export const variables = {
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

/** What a reader asks of the sample report: an operation a question, the question above it. */
export const tour = `# Who estimated how many were displaced, and through which outlet? (max null: no bound)
query HowManyDisplaced($measure: Measure!) {
  claims(filter: { quantity: { measure: $measure } }) {
    nodes { ...Said quantities { measure comparator min max asWritten } }
  }
}

# Which towns are government forces said to have entered?
query TownsEntered($actor: String!) {
  record(type: FACTION, externalId: { system: "ucdp-actor", value: $actor }) { ... on Faction {
    name
    claims(filter: { kind: [ADVANCE], place: { role: [TO] } }) {
      nodes { ...Said places { role asWritten location { label kind externalIds { system value } } } }
    }
  } }
}

# Where are those who fled said to have gone?
query WhereTheyWent($role: PlaceRole!) {
  claims(filter: { kind: [DISPLACEMENT], place: { role: [$role] } }) {
    nodes { ...Said places { role asWritten location { label kind } } }
  }
}

# Who is said to control the Yarmouk basin, and whose affiliate is it?
query WhoControls($region: String!) {
  locations(filter: { text: $region }) { nodes {
    label
    claims(filter: { kind: [TERRITORIAL_CONTROL] }) { nodes {
      ...Said
      parties { role faction { name relations(kinds: [AFFILIATE_OF]) { kind to { name } claims { statement } } } }
    } }
  } }
}

# How many factions form the Army of the South, and who says so?
query WhoFormsTheAlliance($alliance: String!) {
  factions(filter: { text: $alliance }) { nodes {
    name
    relations(kinds: [PART_OF]) {
      from { name collective }
      claims { ...Said quantities { measure best asWritten } }
    }
  } }
}

# What is feared, not said to have happened?
query Fears($modality: Modality!) {
  claims(filter: { modality: [$modality] }) { nodes { ...Said places { location { label } } } }
}

# What is said about Daraa and all inside it, newest first?
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

# Which place, however it is spelt?
query FindByName($name: String!) {
  search(text: $name) { nodes { rule score label } }
}

# Which claims bear on another, and why?
query HowClaimsStand {
  claims(filter: { link: { kind: [REFINES, CORROBORATES, REPEATS, CONTRADICTS] } }) {
    nodes { statement links { kind sharedOrigin rationale from { ...Said } to { ...Said } } }
  }
}

# What did the activist say, and what the officer?
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

# How is an outlet rated, and how did what it passed on fare?
query SourceRecord($outlet: String!) {
  sources(filter: { text: $outlet }) { nodes {
    name kind reliability ratings { reliability at by rationale }
    claims(first: 5) { totalCount nodes { statement status credibility } }
  } }
}

# Whom did a faction stand with on a day, and what is it said to control?
query FactionOnADay($actor: String!, $day: String!) {
  record(type: FACTION, externalId: { system: "ucdp-actor", value: $actor }) { ... on Faction {
    name
    relations(at: $day) { kind from { name } to { name } claims { statement } }
    claims(filter: { kind: [TERRITORIAL_CONTROL] }) { nodes { ...Said places { location { label } } } }
  } }
}

# Who wrote this place down, and what was changed since?
query RecordHistory($town: String!) {
  record(type: LOCATION, externalId: { system: "ocha-pcode", value: $town }) {
    version
    history { nodes { version at by action change diff { path before after } } }
  }
}

# Who said it, first speaker first, and where we read it.
fragment Said on Claim {
  statement modality
  attributions { chain { verb source { name role } } }
  report { title publisher { name } }
  passage { quote }
}

# Who it is, and what it said first.
fragment Voice on Source {
  name role reliability
  claims(asOrigin: true) { totalCount nodes { statement kind modality } }
}
`;

/** One question of the tour: its text with the fragments it uses, and those variables that it takes. */
export interface TourQuestion {
  name: string;
  query: string;
  variables: Partial<typeof variables>;
}

/** The tour, an operation at a time, in the document's order. */
export function tourQuestions(): TourQuestion[] {
  const document = parse(tour);
  const operations = document.definitions.filter(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  );
  const documents = separateOperations(document);
  return operations.map((operation) => {
    const name = operation.name!.value;
    const fragments = documents[name]!.definitions.filter((each) => each !== operation);
    const takes = new Set(operation.variableDefinitions?.map((each) => each.variable.name.value));
    return {
      name,
      query: [operation, ...fragments].map(textOf).join('\n\n'),
      variables: Object.fromEntries(Object.entries(variables).filter(([key]) => takes.has(key))),
    };
  });
}

/** As it is written, the comment above it included: printing would lose both. */
const textOf = ({ loc }: DefinitionNode): string => {
  const { startToken, end } = loc!;
  const { prev } = startToken;
  return tour.slice(prev?.kind === TokenKind.COMMENT ? prev.start : startToken.start, end);
};
