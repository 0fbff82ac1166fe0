import { Global, Module } from '@nestjs/common';
import { AuditSealer } from './audit-sealer.js';
import { AuditWriter } from './audit-writer.js';

/** The record of every act for every feature, and the sealer for the processes that start it. */
@Global()
@Module({ providers: [AuditWriter, AuditSealer], exports: [AuditWriter, AuditSealer] })
export class AuditModule {}
