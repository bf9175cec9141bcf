import { closedList } from '../values/enums.ts';

export const LocationKind = closedList('LocationKind', 'What sort of place it is.', {
  COUNTRY: 'A country (OCHA level 0).',
  GOVERNORATE: 'A governorate or province (OCHA level 1).',
  DISTRICT: 'A district (OCHA level 2).',
  SUBDISTRICT: 'A subdistrict (OCHA level 3).',
  COMMUNITY: 'A city, town, village or camp (OCHA level 4).',
  NEIGHBOURHOOD: 'A part of a community.',
  INFORMAL_REGION: 'An area that people name, without official borders.',
  CROSSING: 'A border or front-line crossing.',
  ROAD: 'A road.',
  FACILITY: 'A base, hospital, school, plant, airfield.',
  NATURAL_FEATURE: 'A mountain, river, basin, wood.',
  DESCRIBED: 'Known only by a description: "wooded land".',
});
export type LocationKind = keyof typeof LocationKind;

export const PlaceScope = closedList('PlaceScope', 'How far a place reaches.', {
  EXACT: 'Only what names the place itself.',
  WITHIN: 'The place and all that lies inside it.',
  WITHIN_OR_OVERLAPPING:
    'That, and the areas that share ground with it and all that lies inside them.',
});
export type PlaceScope = keyof typeof PlaceScope;
