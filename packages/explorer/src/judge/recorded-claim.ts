import type { DataOf } from '@claimgraph/sdk';
import { graphql } from '@claimgraph/sdk/graphql';
import type {
  Basis,
  Capacity,
  ClaimKind,
  GeoPrecision,
  Measure,
  Modality,
  PartyRole,
  PassagePart,
  PersonCategory,
  PlaceRole,
} from '@claimgraph/sdk/operations';
import type { DraftClaim, DraftFigure } from '../write/draft.ts';

/** Everything of a claim that a correction can change, or has to send back unchanged. */
export const ClaimToCorrect = graphql(
  `query ClaimToCorrect($id: ID!) {
    claim(id: $id) {
      version statement kind modality aggregate
      report { title body bodyKind publisher { id name } }
      passage { quote in start page prefix suffix translation directSpeech }
      attributions {
        chain { capacity verb source { id name protection } report { id } }
      }
      occurred { edtf earliest latest extent basis asWritten }
      places { role asWritten basis geoPrecision location { id label } point { lat lon } }
      parties { role group asWritten basis faction { id name } }
      quantities {
        id measure min best max approximate asWritten partOf
        of { category faction { id name } }
      }
      citations { locator report { id title } }
    }
  }`,
);

export type RecordedClaim = NonNullable<DataOf<typeof ClaimToCorrect>['claim']>;
type Quantity = RecordedClaim['quantities'][number];

/** A figure in the words of the page, which stand for what is recorded until they are changed. */
type FigureText = (figure: Quantity) => string;

/**
 * A recorded claim in the fields of the form. The lists of a newer server may have more values than
 * this page knows; its own values are sent back unchanged.
 */
export function draftOfClaim(claim: RecordedClaim, figureText: FigureText): DraftClaim {
  const { statement, kind, modality, aggregate, passage, occurred } = claim;
  return {
    key: 0,
    statement,
    kind: kind as ClaimKind,
    modality: modality as Modality,
    isAggregate: aggregate,
    quote: passage?.quote ?? '',
    ...(passage && {
      start: passage.start,
      recordedPassage: { ...passage, in: passage.in as PassagePart },
    }),
    chains: claim.attributions.map(({ chain }) =>
      chain.map(({ source, capacity, verb, report }) => ({
        source: { id: source.id, label: source.name, protection: source.protection },
        capacity: capacity as Capacity,
        verb: verb ?? '',
        ...(report && { recorded: { reportId: report.id } }),
      })),
    ),
    when: {
      text: occurred?.edtf ?? '',
      isInferred: occurred?.basis === 'INFERRED',
      isThroughout: occurred?.extent === 'THROUGHOUT',
      ...(occurred?.earliest && { earliest: occurred.earliest }),
      ...(occurred?.latest && { latest: occurred.latest }),
      ...(occurred?.asWritten && { asWritten: occurred.asWritten }),
    },
    places: claim.places.map(({ location, role, basis, geoPrecision, asWritten, point }) => ({
      place: location,
      role: role as PlaceRole,
      recorded: {
        ...{ asWritten, point, basis: basis as Basis },
        geoPrecision: geoPrecision as GeoPrecision | null,
      },
    })),
    parties: claim.parties.map(({ faction: { id, name }, role, basis, group, asWritten }) => ({
      faction: { id, label: name },
      role: role as PartyRole,
      recorded: { asWritten, group, basis: basis as Basis },
    })),
    figures: claim.quantities
      .filter(({ partOf }) => !partOf)
      .map((whole) => ({
        ...figureOf(whole, figureText),
        parts: claim.quantities
          .filter(({ partOf }) => partOf === whole.id)
          .map((part) => figureOf(part, figureText)),
      })),
    citations: claim.citations.map(({ report, locator }) => ({
      report: { id: report.id, label: report.title },
      locator: locator ?? '',
    })),
    affiliations: [],
  };
}

function figureOf(quantity: Quantity, figureText: FigureText): DraftFigure {
  const { measure, min, best, max, approximate, asWritten, of } = quantity;
  const text = figureText(quantity);
  return {
    measure: measure as Measure,
    text,
    ...(of && { category: of.category as PersonCategory }),
    ...(of?.faction && { faction: { id: of.faction.id, label: of.faction.name } }),
    recorded: { text, min, best, max, approximate, asWritten },
  };
}
