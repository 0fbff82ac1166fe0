import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

/** Orders an export. The file is made by a job; the answer tells where to watch it. */
export class OrderExportRequest {
  @IsIn(['caseload'])
  report!: 'caseload';

  @IsIn(['csv'])
  format!: 'csv';
}

/** One page of the ledger, newest first. `cursor` is the value the page before returned. */
export class ExportLedgerRequest {
  @IsOptional()
  @IsString()
  @MaxLength(300)
  cursor?: string;
}
