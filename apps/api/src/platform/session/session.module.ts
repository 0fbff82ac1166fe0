import { Global, Module } from '@nestjs/common';
import { SessionStore } from './session-store.js';
import { SessionRepository } from './session.repository.js';

/** Sessions, for the access guard and for whoever signs people in. */
@Global()
@Module({ providers: [SessionStore, SessionRepository], exports: [SessionStore] })
export class SessionModule {}
