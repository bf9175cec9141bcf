import { getNamedType, isAbstractType, isObjectType } from 'graphql';

/** How the ids of each type start. Where a new type has an id, say here how it starts; a test compares this with what the server writes. */
const prefixes = {
  Affiliation: 'aff_',
  Claim: 'clm_',
  ClaimLink: 'lnk_',
  Faction: 'fac_',
  FactionRelation: 'rel_',
  Location: 'loc_',
  Name: 'nam_',
  Quantity: 'qty_',
  Report: 'rpt_',
  Source: 'src_',
};

/** What no name tells: the type whose ids stand there. */
const exceptions = {
  'FactionFilter.relatedTo': 'Faction',
  'LinkFilter.to': 'Claim',
  'PlaceFilter.id': 'Location',
  'Quantity.partOf': 'Quantity',
  'SourceFilter.affiliatedWith': 'Party',
};

/** Words that name a type otherwise than by its name. */
const words = { within: 'Location' };

/** The schema has one scalar `ID`; by parent type, field and argument this tells what each is the id of. */
export class Ids {
  constructor(schema) {
    this.schema = schema;
  }

  /** The id type of a field: its own `id`, or that of what the name says. */
  ofField(owner, field) {
    return this.#name(
      field === 'id' ? owner : (exceptions[`${owner}.${field}`] ?? this.#spoken(field)),
    );
  }

  /** The id type of an argument: `claim(id:)` takes that of what it answers, `assessClaim(claimId:)` that of what it says. */
  ofArgument(argument, answered) {
    return this.#name(argument === 'id' ? this.#within(answered) : this.#spoken(argument));
  }

  /** The id type of an input's field: an input's `publisherId` is the id of what the output's `publisher` is. */
  ofInput(input, field) {
    const exception = exceptions[`${input}.${field}`];
    if (exception) return this.#name(exception);
    const base = this.schema.getType(
      input.replace(/^(Create|Update)/, '').replace(/(Input|Filter)$/, ''),
    );
    if (field === 'id') return this.#name(this.#identified(base?.name));
    const word = field.replace(/Ids?$/, '');
    const fields = isObjectType(base) ? base.getFields() : {};
    const answered = fields[word] ?? fields[`${word}s`];
    return this.#name(
      (answered && this.#identified(getNamedType(answered.type).name)) ?? this.#spoken(field),
    );
  }

  /** The declarations of all id types. */
  declarations() {
    const types = Object.values(this.schema.getTypeMap()).filter(({ name }) =>
      this.#identified(name),
    );
    return types
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map((type) => `${comment(type)}\nexport type ${type.name}Id = ${this.#text(type)};`);
  }

  /** The names of all id types. */
  names() {
    return Object.keys(this.schema.getTypeMap())
      .filter((name) => this.#identified(name))
      .map((name) => `${name}Id`);
  }

  #text(type) {
    if (isAbstractType(type))
      return this.schema
        .getPossibleTypes(type)
        .map(({ name }) => `${name}Id`)
        .sort()
        .join(' | ');
    if (!prefixes[type.name])
      throw new Error(
        `How do the ids of ${type.name} start? Say so in packages/sdk/codegen/ids.mjs.`,
      );
    return `\`${prefixes[type.name]}\${string}\``;
  }

  #name(type) {
    const known = type ?? this.#identified('Node');
    return known ? `${known}Id` : 'ID';
  }

  /** The type that a word names: `claimId` and `claim` Claim. */
  #spoken(word) {
    const name = words[word] ?? word.replace(/Ids?$/, '');
    return this.#identified(name[0].toUpperCase() + name.slice(1));
  }

  /** The type itself when it has an id, or the first with one among its fields: the record of a payload. */
  #within(name) {
    const type = this.schema.getType(name);
    if (this.#identified(name)) return name;
    return isObjectType(type)
      ? Object.values(type.getFields())
          .map(({ type: each }) => this.#identified(getNamedType(each).name))
          .find(Boolean)
      : undefined;
  }

  #identified(name) {
    const type = name && this.schema.getType(name);
    if (isAbstractType(type))
      return this.schema.getPossibleTypes(type).every((each) => each.getFields().id)
        ? name
        : undefined;
    return isObjectType(type) && type.getFields().id ? name : undefined;
  }
}

const comment = (type) =>
  isAbstractType(type)
    ? `/** The id of any \`${type.name}\`. */`
    : `/** The id of a \`${type.name}\`: \`${prefixes[type.name]}…\`. \`isId\` tells whether a text may be one. */`;
