import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The word of one of the two people that a letter may be destroyed. */
@Entity('letter_agreement')
export class LetterAgreement {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'letter_id' })
  letterId!: string;

  @PrimaryColumn('text')
  side!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('timestamptz', { name: 'agreed_at' })
  agreedAt!: Date;
}
