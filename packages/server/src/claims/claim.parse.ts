import { parseExternalIds } from '../records/external-ids.ts';
import type { InputParser } from '../records/input-parser.ts';
import { definedKeys } from '../records/writing.ts';
import { absent } from '../values/absent.ts';
import type { Path } from '../values/errors.ts';
import { Point } from '../values/point.ts';
import type { Speaker } from './attribution.entity.ts';
import type { Citation } from './citation.entity.ts';
import type { UpdateClaimInput } from './claim.inputs.ts';
import type {
  AttributionInput,
  CitationInput,
  ClaimPartyInput,
  ClaimPlaceInput,
} from './claim-parts.inputs.ts';
import type { ClaimParty } from './claim-party.entity.ts';
import type { ClaimPlace } from './claim-place.entity.ts';
import { parseQuantities } from './quantities.ts';

type ParsedSpeaker = Pick<Speaker, 'sourceId' | 'capacity' | 'verb' | 'reportId'>;
type ParsedPlace = Pick<
  ClaimPlace,
  'locationId' | 'role' | 'geoPrecision' | 'point' | 'basis' | 'asWritten'
>;
type ParsedParty = Pick<ClaimParty, 'factionId' | 'role' | 'group' | 'basis' | 'asWritten'>;
type ParsedCitation = Pick<Citation, 'reportId' | 'locator'>;

export type ParsedClaim = ReturnType<typeof parseClaim>;

/**
 * Turns the input of a claim into the values of its rows: ids become keys, dates get bounds, parts
 * of quantities follow their wholes. What the input leaves out is undefined; a list that it clears
 * is empty. The passage stays as given, because it is anchored in the text of the report.
 */
export function parseClaim(parser: InputParser, input: UpdateClaimInput, path: Path) {
  const { statement, language, kind, modality, aggregate } = input;
  parser.refuseNull(input, ['statement', 'language', 'kind', 'modality', 'aggregate'], path);
  parser.refuseNull(input, ['attributions'], path);
  const at = (field: keyof UpdateClaimInput): Path => [...path, field];
  return {
    columns: definedKeys({
      statement,
      language,
      kind,
      modality,
      aggregate,
      occurred: parser.interval(input.occurred, at('occurred')),
    }),
    passage: input.passage,
    passagePath: at('passage'),
    attributions: parser.list(input.attributions, at('attributions'), (each, path) =>
      parseChain(parser, each, path),
    ),
    quantities:
      input.quantities === undefined
        ? undefined
        : parseQuantities(parser, input.quantities ?? [], at('quantities')),
    places: parser.list(input.places, at('places'), (each, path) => parsePlace(parser, each, path)),
    parties: parser.list(input.parties, at('parties'), (each, path) =>
      parseParty(parser, each, path),
    ),
    citations: parser.list(input.citations, at('citations'), (each, path) =>
      parseCitation(parser, each, path),
    ),
    externalIds: parseExternalIds(parser, 'Claim', input.externalIds, at('externalIds')),
  };
}

const parseChain = (parser: InputParser, { chain }: AttributionInput, path: Path) =>
  chain.map((input, i): ParsedSpeaker => {
    const { capacity, verb = null } = input;
    const at = [...path, 'chain', i];
    return {
      sourceId: parser.requiredReference(input, ['source', 'sourceId'], 'Source', at),
      capacity,
      verb,
      reportId: parser.reference(input, ['report', 'reportId'], 'Report', at) ?? null,
    };
  });

function parsePlace(parser: InputParser, input: ClaimPlaceInput, path: Path): ParsedPlace {
  const { role, geoPrecision = null, basis, asWritten = null } = input;
  return {
    locationId: parser.requiredReference(input, ['location', 'locationId'], 'Location', path),
    role,
    geoPrecision,
    point: parsePoint(parser, input, path),
    basis,
    asWritten,
  };
}

/** The claim’s own point, from `point` or from the deprecated `lat` and `lon`. */
function parsePoint({ issues }: InputParser, input: ClaimPlaceInput, path: Path): Point {
  const { point, lat, lon } = input;
  if (point && (lat != null || lon != null))
    issues.add([...path, 'point'], 'Give the point once: omit lat and lon if point is given.');
  if (point) return { lat: point.lat, lon: point.lon };
  if (lat == null && lon == null) return absent(Point);
  if (lat != null && lon != null) return { lat, lon };
  issues.add([...path, lat == null ? 'lat' : 'lon'], 'A point needs both lat and lon.');
  return absent(Point);
}

function parseParty(parser: InputParser, input: ClaimPartyInput, path: Path): ParsedParty {
  const { role, group = null, basis, asWritten = null } = input;
  const factionId = parser.requiredReference(input, ['faction', 'factionId'], 'Faction', path);
  return { factionId, role, group, basis, asWritten };
}

function parseCitation(parser: InputParser, input: CitationInput, path: Path): ParsedCitation {
  const reportId = parser.requiredReference(input, ['report', 'reportId'], 'Report', path);
  return { reportId, locator: input.locator ?? null };
}
