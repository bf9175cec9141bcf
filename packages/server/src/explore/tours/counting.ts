import type { Tour } from '../tour.ts';

const variables = {
  area: 'SY12',
  actor: '118',
  governorate: 'GOVERNORATE',
  measure: 'PEOPLE_DISPLACED',
  outlet: 'Diyaruna',
  from: '2018-06-19',
};

const document = `# How many claims are there about each day, and how many fit no single day?
query ByDay($area: String!) {
  claimStats(by: [DAY], filter: { place: { externalId: { system: "ocha-pcode", value: $area } } }) {
    total buckets { day count nulls { dimension unknown several } }
  }
}

# How do the claims spread over weeks and years?
query ByWeekAndYear {
  weeks: claimStats(by: [WEEK]) { buckets { week count nulls { unknown several } } }
  years: claimStats(by: [YEAR]) { buckets { year count nulls { unknown several } } }
}

# In which governorates and districts do the claims take place?
query ByArea {
  claimStats(by: [ADMIN1, ADMIN2]) {
    buckets {
      admin1 { name } admin2 { name } count
      nulls { dimension unknown several outside }
    }
  }
}

# What does each outlet report, and by how many first speakers?
query ByOutlet($from: String) {
  claimStats(by: [OUTLET, SOURCE, KIND], filter: { occurred: { from: $from } }) {
    total buckets { outlet { name } source { name } kind count }
  }
}

# Whose dead do the claims count? (import UCDP's events to see more than the sample)
query ByVictim {
  claimStats(by: [VICTIM, VICTIM_FACTION]) {
    buckets {
      victim victimFaction { name } count nulls { dimension unknown several }
      quantities { measure sumMin sumBest sumMax openAbove }
    }
  }
}

# How wide are the dates, and how many reports does a claim cite?
query ByPrecision {
  widths: claimStats(by: [DATE_WIDTH]) { buckets { dateWidth count } }
  citations: claimStats(by: [CITATIONS]) { buckets { citations count } }
}

# How many claims do totals leave out as refuted, and how many are fears, whose figures they omit?
query LeftOut($measure: Measure!) {
  counted: claimStats(filter: { quantity: { measure: $measure } }) {
    total leftOut fears buckets { quantities { measure figures sumMin sumMax openAbove } }
  }
  refuted: claimStats(filter: { quantity: { measure: $measure }, status: [REFUTED, RETRACTED] }) {
    total
  }
}

# How do the governorates compare, month by month?
query GovernoratesCompared($governorate: LocationKind!) {
  locations(filter: { kind: [$governorate] }) { nodes {
    label claimStats(by: [MONTH]) { total leftOut buckets { month count } }
  } }
}

# What is said about a party, and what does an outlet say, in numbers?
query PartyAndOutlet($actor: String!, $outlet: String!) {
  record(type: FACTION, externalId: { system: "ucdp-actor", value: $actor }) { ... on Faction {
    name claimStats(by: [KIND]) { total buckets { kind count } }
  } }
  sources(filter: { text: $outlet }) { nodes {
    name claimStats(by: [STATUS]) { total buckets { status count } }
  } }
}
`;

/** Questions that statistics answer. */
export const countingTour: Tour = { key: 'counting', title: 'Counting', document, variables };
