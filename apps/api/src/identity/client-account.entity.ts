import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a person of a couple signs in with: a name of three words, kept as an index only, and a passphrase. */
@Entity('client_account')
export class ClientAccount {
  @PrimaryColumn('uuid', { name: 'clinic_id' })
  clinicId!: string;

  @PrimaryColumn('uuid', { name: 'person_id' })
  personId!: string;

  @Column('bytea', { name: 'sign_in_index' })
  signInIndex!: Buffer;

  @Column('text', { name: 'passphrase_hash' })
  passphraseHash!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
