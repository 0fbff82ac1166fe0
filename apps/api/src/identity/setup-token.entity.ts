import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The set-up token of a server without a clinic: its hash alone. Written by the owner of the tables. */
@Entity('setup_token')
export class SetupToken {
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
