export {
  cleanSpacing,
  normalizeForComparison,
  normalizeForComparisonSql,
} from '../values/normalize.ts';
