import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/env.js';
import { DataKeyRepository } from './data-key.repository.js';
import { KeyCache } from './key-cache.js';
import { MASTER_KEY, readMasterKey } from './master-key.js';
import { Vault } from './vault.js';

@Global()
@Module({
  providers: [
    {
      provide: MASTER_KEY,
      inject: [CONFIG],
      useFactory: (config: Config) => readMasterKey(config.masterKeyFile),
    },
    DataKeyRepository,
    KeyCache,
    Vault,
  ],
  exports: [MASTER_KEY, Vault],
})
export class SealingModule {}
