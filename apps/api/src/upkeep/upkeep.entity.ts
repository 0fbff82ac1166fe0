import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When the server last did something it does by itself; outside clinics, and read by nobody who asks. */
@Entity('upkeep')
export class UpkeepRow {
  @PrimaryColumn('text')
  name!: string;

  @Column('timestamptz', { name: 'done_at' })
  doneAt!: Date;
}
