import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../config/env.js';
import { DataKeyRepository } from './data-key.repository.js';
import { KeyCache } from './key-cache.js';
import { MASTER_KEY, readMasterKey } from './master-key.js';
import { FileMasterKeys, MASTER_KEYS } from './master-keys.js';
import { Vault } from './vault.js';

@Global()
@Module({
  providers: [
    {
      provide: MASTER_KEY,
      inject: [CONFIG],
      useFactory: (config: Config) => readMasterKey(config.masterKeyFile),
    },
    {
      provide: MASTER_KEYS,
      inject: [CONFIG],
      useFactory: (config: Config) => new FileMasterKeys(config.masterKeyFile),
    },
    DataKeyRepository,
    KeyCache,
    Vault,
  ],
  exports: [MASTER_KEY, MASTER_KEYS, Vault],
})
export class SealingModule {}
