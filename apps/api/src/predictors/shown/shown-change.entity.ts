import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A change in words that was shown to one person in session. */
@Entity('shown_change')
export class ShownChangeRow {
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

  @Column('text')
  predictor!: string;

  @Column('text')
  statement!: string;

  @Column('date', { name: 'read_on' })
  readOn!: string;

  @Column('uuid', { name: 'appointment_id' })
  appointmentId!: string;

  @Column('uuid', { name: 'shown_by' })
  shownBy!: string;

  @Column('date', { name: 'shown_on' })
  shownOn!: string;

  @Column('timestamptz', { name: 'shown_at' })
  shownAt!: Date;

  @Column('uuid', { name: 'taken_back_by', nullable: true })
  takenBackBy!: string | null;

  @Column('timestamptz', { name: 'taken_back_at', nullable: true })
  takenBackAt!: Date | null;

  @Column('integer')
  version!: number;
}
