import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A question that one browser was asked and may answer once. `holder_hash` names the session or the asking cookie. */
@Entity('passkey_challenge')
export class PasskeyChallenge {
  @PrimaryColumn('bytea', { name: 'holder_hash' })
  holderHash!: Buffer;

  @PrimaryColumn('text')
  purpose!: string;

  @Column('bytea')
  challenge!: Buffer;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
