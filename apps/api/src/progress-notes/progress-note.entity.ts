import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The record of a session, sealed; one person’s side or that of both. */
@Entity('progress_note')
export class ProgressNote {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'appointment_id', nullable: true })
  appointmentId!: string | null;

  @Column('text', { name: 'session_kind' })
  sessionKind!: string;

  @Column('timestamptz', { name: 'session_at' })
  sessionAt!: Date;

  @Column('text')
  side!: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  @Column('text', { name: 'standard_form', nullable: true })
  standardForm!: string | null;

  @Column('uuid', { name: 'form_id', nullable: true })
  formId!: string | null;

  @Column('integer', { name: 'form_number', nullable: true })
  formNumber!: number | null;

  @Column('text')
  state!: string;

  @Column('uuid', { name: 'cosigner_id', nullable: true })
  cosignerId!: string | null;

  @Column('uuid', { name: 'key_owner_id' })
  keyOwnerId!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'begun_at' })
  begunAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt!: Date | null;

  @Column('integer')
  version!: number;
}
