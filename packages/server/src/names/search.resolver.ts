import { Args, Query, Resolver } from 'type-graphql';
import { Needs } from '../access/needs.ts';
import { pageOf } from '../compiler/page-types.ts';
import { Read } from '../context.ts';
import { CountryNames } from './country-names.ts';
import { searchTables } from './search.tables.ts';
import { SearchArgs, SearchHit } from './search-hit.ts';

@Resolver()
export class SearchResolver {
  private readonly countryNames = new CountryNames();

  @Needs('READER')
  @Query(() => pageOf(SearchHit), {
    description:
      'Finds sources, factions and locations by name, in any Latin or Arabic spelling, and ' +
      'reports and claims by the words in their texts. Each hit names the rule that found it. ' +
      'Withdrawn records are left out.',
  })
  search(@Args(() => SearchArgs) _args: SearchArgs, @Read() read: Read) {
    return read.searchPage((args: SearchArgs, ctx) => searchTables(args, ctx, this.countryNames));
  }
}
