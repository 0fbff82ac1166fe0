import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Why a step was taken, sealed under the key of its side. */
@Entity('disclosure_words')
export class DisclosureWords {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'event_id' })
  eventId!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  side!: string;

  @Column('uuid', { name: 'owner_id' })
  ownerId!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt!: Date;
}
