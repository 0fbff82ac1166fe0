import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time that is booked once: kind, couple and instants. Its title is made by whoever shows it, and is neutral. */
@Entity('appointment')
export class Appointment {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'couple_id' })
  coupleId!: string;

  @Column('text')
  kind!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @Column('text')
  zone!: string;

  @Column('boolean')
  live!: boolean;

  @Column('uuid', { name: 'booked_by' })
  bookedBy!: string;

  @Column('timestamptz', { name: 'booked_at' })
  bookedAt!: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  /** Whose session: one person's own, or of both. */
  @Column('text')
  side!: string;

  @Column('uuid', { name: 'series_id', nullable: true })
  seriesId!: string | null;

  /** Its day by the rule of its series. */
  @Column('date', { name: 'series_on', nullable: true })
  seriesOn!: string | null;

  @Column('text')
  place!: string;

  @Column('uuid', { name: 'room_id', nullable: true })
  roomId!: string | null;

  @Column('text', { nullable: true })
  link!: string | null;

  @Column('boolean')
  clash!: boolean;

  @Column('integer')
  version!: number;
}
