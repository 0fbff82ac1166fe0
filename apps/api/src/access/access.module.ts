import { Global, Module } from '@nestjs/common';
import { CaseAccess } from './case-access.js';
import { CaseAccessRepository } from './case-access.repository.js';
import { PersonAccess } from './person-access.js';

/** The walls, for every feature. The audit writer that they need is global as well. */
@Global()
@Module({ providers: [CaseAccessRepository, CaseAccess, PersonAccess], exports: [CaseAccess, PersonAccess] })
export class AccessModule {}
