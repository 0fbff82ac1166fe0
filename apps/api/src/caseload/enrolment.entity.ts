import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person on one of the two tracks of a couple; enrolled once they have signed in. */
@Entity('enrolment')
export class Enrolment {
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

  @Column('timestamptz', { name: 'enrolled_at', nullable: true })
  enrolledAt!: Date | null;
}
