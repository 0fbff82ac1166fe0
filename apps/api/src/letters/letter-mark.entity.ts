import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a therapist laid down of their own side: a wish, an approval or a rehearsal. */
@Entity('letter_mark')
export class LetterMarkRow {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'couple_id' })
  coupleId!: string;

  @PrimaryColumn('text')
  mark!: string;

  @Column('text')
  side!: string;

  @Column('boolean')
  given!: boolean;

  @Column('integer', { nullable: true })
  revision!: number | null;

  @Column('text', { array: true })
  checks!: string[];

  @Column('uuid', { name: 'set_by' })
  setBy!: string;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;

  @Column('integer')
  version!: number;
}
