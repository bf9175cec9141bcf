import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { JsonText } from '../compiler/execute.ts';
import { pageOf } from '../compiler/page-types.ts';
import type { Context } from '../context.ts';
import { searchTables } from './search.tables.ts';
import { SearchArgs, SearchHit } from './search-hit.ts';

@Resolver()
export class SearchResolver {
  @Query(() => pageOf(SearchHit), {
    description:
      'Finds sources, factions and places by name, in any Latin or Arabic spelling, and reports ' +
      'and claims by the words of their texts. Each hit says why it matched. Withdrawn records ' +
      'are not found.',
  })
  search(
    @Args(() => SearchArgs) _args: SearchArgs,
    @Ctx() { read }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<JsonText> {
    return read.searchPage(info, searchTables);
  }
}
