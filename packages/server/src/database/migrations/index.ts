import { Foundation1795357786322 } from './1795357786322-Foundation.ts';
import { FindAndCount1795629580594 } from './1795629580594-FindAndCount.ts';
import { NamesAndSearch1795642517602 } from './1795642517602-NamesAndSearch.ts';
import { Import1795642613396 } from './1795642613396-Import.ts';
import { WhatHappened1795658000000 } from './1795658000000-WhatHappened.ts';
import { RenameRoutines1795998835607 } from './1795998835607-RenameRoutines.ts';
import { ReportWordCount1796002748448 } from './1796002748448-ReportWordCount.ts';
import { RedactRestoreExplain1796009502701 } from './1796009502701-RedactRestoreExplain.ts';
import { ImportSettings1796009914317 } from './1796009914317-ImportSettings.ts';
import { RefutedOutsideTotals1796010000000 } from './1796010000000-RefutedOutsideTotals.ts';
import { ImportConflicts1796010097899 } from './1796010097899-ImportConflicts.ts';
import { NameSounds1796011000000 } from './1796011000000-NameSounds.ts';
import { RedactedRecords1796012000000 } from './1796012000000-RedactedRecords.ts';
import { ImportBatchRows1796013000000 } from './1796013000000-ImportBatchRows.ts';
import { IndexWithoutChecks1796019575337 } from './1796019575337-IndexWithoutChecks.ts';
import { NameWords1796021784881 } from './1796021784881-NameWords.ts';
import { NarrowIndexTables1796031654115 } from './1796031654115-NarrowIndexTables.ts';
import { Viewers1796031682389 } from './1796031682389-Viewers.ts';
import { IdempotencyKeyTime1796031814967 } from './1796031814967-IdempotencyKeyTime.ts';
import { ContentCommitments1796042604290 } from './1796042604290-ContentCommitments.ts';
import { ProtectedIdentities1796043009610 } from './1796043009610-ProtectedIdentities.ts';
import { ErasedSources1796044910439 } from './1796044910439-ErasedSources.ts';
import { HashUrls1796053200000 } from './1796053200000-HashUrls.ts';
import { GrantCredentials1796053480677 } from './1796053480677-GrantCredentials.ts';
import { RowCommitments1796053737017 } from './1796053737017-RowCommitments.ts';
import { KeyedHashes1796054785959 } from './1796054785959-KeyedHashes.ts';
import { SmallerIndexes1796055600000 } from './1796055600000-SmallerIndexes.ts';

/** The migrations, in the order in which they run. */
export const migrations: Function[] = [
  Foundation1795357786322,
  FindAndCount1795629580594,
  NamesAndSearch1795642517602,
  Import1795642613396,
  WhatHappened1795658000000,
  RenameRoutines1795998835607,
  ReportWordCount1796002748448,
  RedactRestoreExplain1796009502701,
  ImportSettings1796009914317,
  RefutedOutsideTotals1796010000000,
  ImportConflicts1796010097899,
  NameSounds1796011000000,
  RedactedRecords1796012000000,
  ImportBatchRows1796013000000,
  IndexWithoutChecks1796019575337,
  NameWords1796021784881,
  NarrowIndexTables1796031654115,
  Viewers1796031682389,
  IdempotencyKeyTime1796031814967,
  ContentCommitments1796042604290,
  ProtectedIdentities1796043009610,
  ErasedSources1796044910439,
  HashUrls1796053200000,
  GrantCredentials1796053480677,
  RowCommitments1796053737017,
  KeyedHashes1796054785959,
  SmallerIndexes1796055600000,
];
