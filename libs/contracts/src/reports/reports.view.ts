/** One line of the ledger of what left the building. */
export class ExportView {
  readonly id!: string;
  readonly report!: 'caseload';
  readonly format!: 'csv';
  readonly state!: 'queued' | 'running' | 'done' | 'failed' | 'expired';
  readonly rowsDone!: number;
  readonly rowsTotal!: number | null;
  readonly sha256!: string | null;
  readonly requestedByName!: string;
  readonly createdAt!: string;
  readonly expiresAt!: string | null;
  readonly downloads!: number;
}

export class ExportLedgerView {
  readonly exports!: ExportView[];
  readonly nextCursor!: string | null;
}

/** First rows of a report as the screen shows them; the file has the same columns in the same order. */
export class ReportPreviewView {
  readonly columns!: string[];
  readonly rows!: string[][];
  readonly total!: number;
}
