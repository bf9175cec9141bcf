import type { Tour } from '../tour.ts';

const variables = {
  outlet: {
    new: { kind: 'OUTLET', names: [{ text: 'The Made-up Courier', kind: 'PRIMARY' }] },
  },
  baker: {
    new: { kind: 'PERSON', role: 'baker', names: [{ text: 'a made-up baker', kind: 'PRIMARY' }] },
  },
  town: { externalId: { system: 'ocha-pcode', value: 'C6033' } },
  mill: { name: 'Zaizoun' },
  title: 'A made-up report',
};

const document = `# How do I record a report, four claims, an outlet and a speaker in one call?
mutation RecordReport(
  $title: String!, $outlet: SourceRefInput!, $baker: SourceRefInput!
  $town: LocationRefInput!, $mill: LocationRefInput!
) {
  recordReport(input: {
    report: {
      kind: ARTICLE, title: $title, publisher: $outlet, language: "en"
      body: "The bakery is open again, says its baker. Some forty people came back."
      bodyKind: VERBATIM
    }
    claims: [
      {
        kind: HUMANITARIAN_SITUATION, statement: "The bakery is open again."
        passage: { quote: "The bakery is open again" }
        attributions: [{ chain: [
          { source: $baker, capacity: WITNESS, verb: "says" }, { source: $outlet, capacity: RELAY }
        ] }]
        places: [{ location: $town }]
      }
      {
        kind: RETURN, statement: "About forty people came back."
        passage: { quote: "Some forty people came back" }
        attributions: [{ chain: [{ source: $outlet }] }]
        places: [{ location: $town, role: TO }]
        quantities: [{ measure: PEOPLE_RETURNED, best: 40, approximate: true }]
      }
      {
        kind: OTHER, statement: "The mill works by day."
        attributions: [{ chain: [{ source: $outlet }] }]
        places: [{ location: $mill }]
      }
      {
        kind: HUMANITARIAN_SITUATION, modality: FEARED, statement: "Flour runs out."
        attributions: [{ chain: [{ source: $baker }, { source: $outlet, capacity: RELAY }] }]
      }
    ]
  }) {
    report { id publisher { id name } }
    claims {
      statement passage { start end } attributions { chain { source { id name } } }
      places { location { label } }
    }
    warnings { code message }
  }
}

# What is in the ledger now, and which write brought it?
query RecordedReport($title: String!) {
  reports(filter: { text: $title }) { nodes {
    title publisher { name }
    claims { totalCount nodes { kind modality statement status credibility } }
    history { nodes { at by action change } }
  } }
}
`;

/**
 * A write that is safe to try: what it says is made up. With the key, a second run of the same text
 * returns the records of the first one.
 */
export const writingTour: Tour = {
  key: 'writing',
  title: 'Writing',
  document,
  variables,
  headers: { 'Idempotency-Key': 'tour-writing' },
};
