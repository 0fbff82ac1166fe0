import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One instrument for one person: waiting on the phone, or answered and sealed with its score. */
@Entity('measure_sheet')
export class MeasureSheet {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  side!: string;

  @Column('uuid', { name: 'form_id' })
  formId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  place!: string;

  @Column('uuid', { name: 'given_by' })
  givenBy!: string;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;

  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;

  @Column('date', { name: 'answered_on', nullable: true })
  answeredOn!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  /** The engine by whose rules the sealed score was made. */
  @Column('text', { name: 'scored_by', nullable: true })
  scoredBy!: string | null;

  /** An answer asks for attention at once (SAFE-1). */
  @Column('boolean', { name: 'risk_raised' })
  riskRaised!: boolean;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('integer')
  version!: number;
}
