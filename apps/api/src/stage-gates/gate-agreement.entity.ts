import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One answer of a person to the next stage, given alone. */
@Entity('gate_agreement')
export class GateAgreementRow {
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

  @Column('smallint', { name: 'to_stage' })
  toStage!: number;

  @Column('integer')
  number!: number;

  @Column('text')
  answer!: string;

  @Column('boolean', { name: 'can_say_no' })
  canSayNo!: boolean;

  @Column('boolean', { name: 'given_alone' })
  givenAlone!: boolean;

  @Column('timestamptz', { name: 'answered_at' })
  answeredAt!: Date;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;
}
