import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One grounding exercise in the partner's own log; which it was, and nothing of what was felt. */
@Entity('grounding_entry')
export class GroundingEntryRow {
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

  @Column('date', { name: 'on_day' })
  onDay!: string;

  @Column('text')
  skill!: string;

  @Column('boolean', { name: 'recovery_noted' })
  recoveryNoted!: boolean;

  @Column('timestamptz', { name: 'entered_at' })
  enteredAt!: Date;
}
