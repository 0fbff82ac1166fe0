import { IsIn } from 'class-validator';

/** Orders an export. The file is made by a job; the answer tells where to watch it. */
export class OrderExportRequest {
  @IsIn(['caseload'])
  report!: 'caseload';

  @IsIn(['csv'])
  format!: 'csv';
}
