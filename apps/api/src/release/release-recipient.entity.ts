import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person or one therapist to whom a revision was given. */
@Entity('release_recipient')
export class ReleaseRecipient {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'release_id' })
  releaseId!: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('uuid', { name: 'staff_id', nullable: true })
  staffId!: string | null;
}
