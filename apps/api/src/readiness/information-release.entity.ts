import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Which therapists may talk to each other about what, until when; in force from the person's own signature. */
@Entity('information_release')
export class InformationReleaseRow {
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

  @Column('text', { array: true })
  scopes!: string[];

  @Column('uuid', { name: 'staff_ids', array: true })
  staffIds!: string[];

  @Column('date', { name: 'valid_until' })
  validUntil!: string;

  @Column('uuid', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('text', { name: 'text_version', nullable: true })
  textVersion!: string | null;

  @Column('text', { name: 'text_hash', nullable: true })
  textHash!: string | null;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('integer')
  version!: number;
}
