import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CONFIG, type Config } from '../config/env.js';
import { MASTER_KEY } from '../sealing/master-key.js';
import { DataSources } from './data-sources.js';
import { roleUrl } from './runtime-roles.js';
import { UnitOfWork } from './unit-of-work.js';

/** Pools and the unit of work. The entity list comes from the root module, which alone knows every feature. */
@Global()
@Module({})
export class DatabaseModule {
  static with(entities: (new () => object)[]): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        {
          provide: DataSources,
          inject: [CONFIG, MASTER_KEY],
          useFactory: async (config: Config, masterKey: Buffer) =>
            DataSources.connect(
              {
                api: roleUrl(config.databaseUrl, masterKey, 'trellis_api'),
                worker: roleUrl(config.databaseUrl, masterKey, 'trellis_worker'),
                auth: roleUrl(config.databaseUrl, masterKey, 'trellis_auth'),
              },
              entities,
            ),
        },
        UnitOfWork,
      ],
      exports: [DataSources, UnitOfWork],
    };
  }
}
