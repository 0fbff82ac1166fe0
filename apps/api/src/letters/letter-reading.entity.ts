import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A session in which a letter is read aloud, and whether it was read to its end. */
@Entity('letter_reading')
export class LetterReading {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('uuid', { name: 'process_id' })
  processId!: string;

  @Column('text')
  kind!: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('uuid', { name: 'started_by' })
  startedBy!: string;

  @Column('timestamptz')
  until!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt!: Date | null;

  @Column('integer')
  version!: number;
}
