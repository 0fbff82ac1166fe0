import { Module } from '@nestjs/common';
import { DestructionLedger } from './destruction-ledger.service.js';

/** The ledger of erasures, for the areas that destroy words for good. */
@Module({ providers: [DestructionLedger], exports: [DestructionLedger] })
export class DestructionLedgerModule {}
