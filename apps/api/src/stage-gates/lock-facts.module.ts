import { Module } from '@nestjs/common';
import { LockFactsReader } from './lock-facts.service.js';

/** Facts for the locks of exercises. */
@Module({ providers: [LockFactsReader], exports: [LockFactsReader] })
export class LockFactsModule {}
