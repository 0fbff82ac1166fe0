import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A room of the clinic. A closed one is offered no more. */
@Entity('room')
export class Room {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('integer')
  version!: number;
}
