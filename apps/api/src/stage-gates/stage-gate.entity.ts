import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A gate that was opened, and until when it holds. */
@Entity('stage_gate')
export class StageGate {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('smallint', { name: 'to_stage' })
  toStage!: number;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;

  @Column('uuid', { name: 'opened_by' })
  openedBy!: string;

  @Column('smallint', { name: 'valid_days' })
  validDays!: number;

  @Column('date', { name: 'review_on' })
  reviewOn!: string;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;
}
