import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of the ledger of what left the building. */
@Entity('report_export')
export class ReportExport {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  report!: string;

  @Column('text')
  format!: string;

  @Column('text')
  state!: string;

  @Column('integer', { name: 'rows_done' })
  rowsDone!: number;

  @Column('integer', { name: 'rows_total', nullable: true })
  rowsTotal!: number | null;

  @Column('text', { nullable: true })
  sha256!: string | null;

  @Column('uuid', { name: 'requested_by' })
  requestedBy!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('integer')
  downloads!: number;

  @Column('integer')
  version!: number;
}
