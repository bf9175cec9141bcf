import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { type Role, roles } from './roles.ts';

const rolesInSql = roles.map((role) => `'${role}'`).join(', ');

/** A key of a person or program. The key itself is shown once and not stored. */
@Entity()
@Check('api_key_name_check', `char_length("name") between 1 and 100`)
@Check('api_key_role_check', `"role" in (${rolesInSql})`)
@Check('api_key_hash_check', `octet_length("hash") = 32`)
@Index('api_key_hash_key', ['hash'], { unique: true })
@Index('api_key_live_name_key', ['name'], {
  unique: true,
  where: 'revoked_at is null and home is null',
})
export class ApiKey {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** The name under which the write log records what is written with the key. */
  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  role: Role;

  /** SHA-256 of the key. */
  @Column({ type: 'bytea' })
  hash: Buffer;

  /** For the admin key of a folder: a fingerprint of the machine and the folder. */
  @Column({ type: 'text', nullable: true })
  home: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** Null: the key does not expire. */
  @Column({ type: 'timestamptz', nullable: true })
  expiresAt: Date | null;

  /** Null: the key was not revoked. */
  @Column({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null;
}

/** A browser that has signed in with a key. Its cookie has the session's secret. */
@Entity()
@Index(['expiresAt'])
@Index(['keyId'])
export class ViewerSession {
  /** SHA-256 of the secret. */
  @PrimaryColumn({ type: 'bytea' })
  hash: Buffer;

  @Column({ type: 'uuid' })
  keyId: string;

  @ManyToOne(() => ApiKey, { onDelete: 'CASCADE' })
  key: ApiKey;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;
}
