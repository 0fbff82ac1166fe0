import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Counters of attempts. Keys are keyed hashes, so that the table names neither address nor account. */
@Entity('rate_limit')
export class RateLimit {
  @PrimaryColumn('varchar', { length: 255 })
  key!: string;

  @Column('integer')
  points!: number;

  @Column('bigint', { nullable: true })
  expire!: string | null;
}
