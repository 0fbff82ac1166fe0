import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The file of one export, sealed under a key of its own. */
@Entity('report_file')
export class ReportFile {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'export_id' })
  exportId!: string;

  @Column('bytea')
  sealed!: Buffer;
}
