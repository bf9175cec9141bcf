/* How texts say where a place is. */

const compass = '(?:north|south|east|west)';
const direction = `${compass}(?:ern)?(?:[- ]?${compass}(?:ern)?)?`;
const directionOf = String.raw`(?:just\s+)?(?:to\s+)?(?:the\s+)?${direction} of`;
const nextTo = 'near|close to|next to|adjacent to|opposite|outside|around|between|along|towards?';

const otherLanguages =
  'près de|entre|cerca de|(?:au|al) (?:nord|sud|est|ouest|norte|sur|este|oeste) de|' +
  'قرب|بالقرب من|بين|محيط|أطراف|اطراف|خارج|شمال|جنوب|شرق|غرب|شمالي|جنوبي|شرقي|غربي';

/** A text that only says where the place is: "near Odra". */
export const startsWithWhere = new RegExp(
  String.raw`^(?:(?:just|somewhere|immediately|directly)\s+)?(?:${nextTo}|nearby|off|on|by|` +
    String.raw`beyond|behind|inside|within|in the|${directionOf}|${otherLanguages})\s`,
  'i',
);

const number = '(?:[0-9][0-9.,–-]*|one|two|three|four|five|six|seven|eight|nine|ten|few|several)';
const unitOfLength = String.raw`(?:kms?|kilomet(?:re|er)s?|miles?|mi|m|met(?:re|er)s?)\.?`;

/** "30 km north of Odra", "five miles from Odra" */
export const distance = new RegExp(
  String.raw`(?:^|\s)${number}[\s-]*${unitOfLength}\s+(?:to\s+|away\s+|due\s+|the\s+)*` +
    String.raw`(?:${direction}|[nsew]{1,3}|from|of|off|de|du|au|al|away|outside|up|down|along|` +
    String.raw`beyond)(?:\s|$)`,
  'i',
);

/** Words behind which any text says where the place is: "Silos east of Odra". */
export const clearWhere = new RegExp(String.raw`\s(?:${nextTo}|off|in|${directionOf})\s`, 'i');

/**
 * With words that are in names, too, such as "Port of Spain". They count if another word says what
 * the place is. "at" is an article in Arabic names.
 */
export const where = new RegExp(
  String.raw`\s*,\s|\s(?:of|on|by|from|to)\s|${clearWhere.source}`,
  'i',
);

/** In the name of a unit, a dash does the same. */
export const whereOrDash = new RegExp(String.raw`${where.source}|\s[-–]\s`, 'i');

const settlement = String.raw`(?:[Tt]he\s+)?(?:town|Town|village|Village|city|hamlet)\s+of`;
/** "in Odra", "the town of Odra" */
export const namedOf = new RegExp(String.raw`^(?:in|(?:in\s+)?${settlement})\s+(?=\p{Lu})`, 'u');

/** Words that are no name alone: "Old town", "the village". */
export const onlyModifiers = new RegExp(
  String.raw`^(?:(?:the|an?|old|new|small|central|unnamed|unknown|nearby|` +
    String.raw`surrounding|neighbou?ring|several|various|other|another|${direction})(?:\s|$))+$`,
  'i',
);

/** "eastern Odra": a part of Odra, unlike "East Odra", which is a name. */
export const partOfName = new RegExp(
  String.raw`^(?:[Tt]he\s+)?(?:${direction}|central|[Dd]owntown|inner|outer|upper|lower|rural)\s+` +
    String.raw`(?=\p{Lu}|al-)`,
  'u',
);

/** "Eastern ", "Northwestern " */
export const adjective = new RegExp(String.raw`^${compass}(?:ern)?(?:[- ]?${compass})?ern\s+`, 'i');

/** A part, edge or line of an area. */
export const partOfArea = new RegExp(
  String.raw`^(?:the\s+)?(?:${direction}|far|rural|coastal|upper|lower|central|areas?|parts?)\b|` +
    String.raw`\b(?:border|front ?line|line|loc|countryside|axis|area|parts?)\b|/`,
  'i',
);

/** Between the names of several places. */
export const conjunction = /\s*,\s*(?:and\s+)?|\s+(?:and|&)\s+/i;

/** What several places are: "Odra and Velm villages". */
export const settlements =
  /\s+(town|village|cit(?:y|ie)|suburb|hamlet|(?:(?:refugee|idp) )?camp)s$/i;
