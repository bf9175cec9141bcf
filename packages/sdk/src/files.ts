/** Whole files: exports of claims as streams, and imports with progress. */
export {
  type ClaimExport,
  type ClaimFeature,
  type ExportFormat,
  type ExportOptions,
  exportClaims,
} from './export-claims.ts';
export type { FileCallOptions } from './file-call.ts';
export {
  type ImportFormat,
  type ImportOptions,
  type ImportProblem,
  type ImportProgress,
  type ImportReport,
  importFile,
  type RecordCounts,
} from './import-file.ts';
export type { FileBody } from './upload.ts';
