import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A question of the partner's: kind, wished detail and state beside the sealed words and the sealed reason and fear. */
@Entity('disclosure_question')
export class DisclosureQuestionRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text', { nullable: true })
  category!: string | null;

  @Column('text', { nullable: true })
  detail!: string | null;

  @Column('text')
  status!: string;

  @Column('bytea', { name: 'words_sealed' })
  wordsSealed!: Buffer;

  @Column('bytea', { name: 'why_sealed' })
  whySealed!: Buffer;

  @Column('boolean', { name: 'edit_open' })
  editOpen!: boolean;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('integer')
  version!: number;

  @Column('timestamptz', { name: 'put_away_at', nullable: true })
  putAwayAt!: Date | null;
}
