import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A step of an exercise that a therapist opened for both. */
@Entity('step_opening')
export class StepOpening {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'couple_id' })
  coupleId!: string;

  @PrimaryColumn('text', { name: 'template_code' })
  templateCode!: string;

  @PrimaryColumn('text')
  step!: string;

  @Column('uuid', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: Date;
}
