import { closedList } from '../values/enums.ts';

export const LocationKind = closedList('LocationKind', 'What kind of place a location is.', {
  COUNTRY: 'A country (OCHA administrative level 0).',
  GOVERNORATE: 'A governorate or province (OCHA administrative level 1).',
  DISTRICT: 'A district (OCHA administrative level 2).',
  SUBDISTRICT: 'A subdistrict (OCHA administrative level 3).',
  COMMUNITY: 'A city, town, village or camp (OCHA administrative level 4).',
  NEIGHBOURHOOD: 'A part of a city, town or village.',
  INFORMAL_REGION: 'An area that people name, without official borders.',
  CROSSING: 'A crossing of a border or front line.',
  ROAD: 'A road or a section of one.',
  FACILITY: 'A base, hospital, school, plant or airfield.',
  NATURAL_FEATURE: 'A mountain, river, basin or forest.',
  DESCRIBED: 'A place known only by a description, such as "wooded land".',
});
export type LocationKind = keyof typeof LocationKind;

export const PlaceScope = closedList('PlaceScope', 'How far a location reaches in a filter.', {
  EXACT: 'Only the location itself, without the locations inside it.',
  WITHIN: 'The location and everything inside it.',
  WITHIN_OR_OVERLAPPING:
    'The location, the areas that overlap it, and everything inside any of them.',
});
export type PlaceScope = keyof typeof PlaceScope;
