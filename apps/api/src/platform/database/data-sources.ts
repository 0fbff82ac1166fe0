import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool as PgPool } from 'pg';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';

/** One small pool per runtime role. */
export const pools = ['api', 'worker', 'auth'] as const;
export type Pool = (typeof pools)[number];

/** How many connections a pool holds, and how many askers wait for one. */
export interface Connections {
  readonly busy: number;
  readonly idle: number;
  readonly waiting: number;
}

type Entities = MixedList<(new () => object) | EntitySchema>;

export interface PoolAddresses {
  readonly api: string;
  readonly worker: string;
  readonly auth: string;
}

/** The pools of this process. Connections carry no session state: the context is set per transaction. */
@Injectable()
export class DataSources implements OnApplicationShutdown {
  private constructor(private readonly pools: Readonly<Record<Pool, DataSource>>) {}

  /** Opens all pools. Rejects when the database cannot be reached. */
  static async connect(addresses: PoolAddresses, entities: Entities, size = 10): Promise<DataSources> {
    const [api, worker, auth] = await Promise.all([
      openPool(addresses.api, entities, size, 'trellis-api'),
      openPool(addresses.worker, entities, Math.max(4, Math.floor(size / 2)), 'trellis-worker'),
      openPool(addresses.auth, entities, 4, 'trellis-auth'),
    ]);
    return new DataSources({ api, worker, auth });
  }

  of(pool: Pool): DataSource {
    return this.pools[pool];
  }

  /** Nothing but numbers; zeros for a pool that is closed. */
  connectionsOf(pool: Pool): Connections {
    const { master } = this.pools[pool].driver as unknown as { readonly master?: PgPool };
    const { totalCount = 0, idleCount = 0, waitingCount = 0 } = master ?? {};
    return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(
      Object.values(this.pools).map(async (pool) => (pool.isInitialized ? pool.destroy() : undefined)),
    );
  }
}

async function openPool(url: string, entities: Entities, size: number, name: string): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url,
    entities,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    applicationName: name,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    poolSize: size,
    connectTimeoutMS: 2000,
    extra: { allowExitOnIdle: false },
  });
  return source.initialize();
}
