import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a clinic's chain ends, as the sealer last left it; set apart when a gap was found. */
@Entity('audit_head')
export class AuditHead {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @Column('bigint')
  seq!: string;

  @Column('bytea')
  hash!: Buffer;

  @Column('timestamptz', { name: 'sealed_at' })
  sealedAt!: Date;

  @Column('timestamptz', { name: 'gap_found_at', nullable: true })
  gapFoundAt!: Date | null;
}
