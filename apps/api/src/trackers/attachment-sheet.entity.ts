import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person's answers about closeness and distance, sealed for the author and the author's own therapist. */
@Entity('attachment_sheet')
export class AttachmentSheet {
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

  @Column('date', { name: 'given_on' })
  givenOn!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;
}
