import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A page of C06 with three signatures. Its words stay in the two halves. */
@Entity('information_agreement')
export class InformationAgreement {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'work_id' })
  workId!: string;

  @Column('smallint')
  number!: number;

  @Column('smallint')
  stage!: number;

  @Column('uuid', { name: 'signed_by' })
  signedBy!: string;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt!: Date;

  @Column('boolean', { name: 'slip_told', nullable: true })
  slipTold!: boolean | null;

  @Column('smallint', { name: 'slip_hours', nullable: true })
  slipHours!: number | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('integer')
  version!: number;
}
