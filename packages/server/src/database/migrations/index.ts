import { Foundation1795357786322 } from './1795357786322-Foundation.ts';
import { FindAndCount1795629580594 } from './1795629580594-FindAndCount.ts';
import { NamesAndSearch1795642517602 } from './1795642517602-NamesAndSearch.ts';
import { Import1795642613396 } from './1795642613396-Import.ts';
import { WhatHappened1795658000000 } from './1795658000000-WhatHappened.ts';
import { RenameRoutines1795998835607 } from './1795998835607-RenameRoutines.ts';
import { ReportWordCount1796002748448 } from './1796002748448-ReportWordCount.ts';
import { NameSounds1796200000000 } from './1796200000000-NameSounds.ts';

/** The migrations, in the order in which they run. */
export const migrations: Function[] = [
  Foundation1795357786322,
  FindAndCount1795629580594,
  NamesAndSearch1795642517602,
  Import1795642613396,
  WhatHappened1795658000000,
  RenameRoutines1795998835607,
  ReportWordCount1796002748448,
  NameSounds1796200000000,
];
