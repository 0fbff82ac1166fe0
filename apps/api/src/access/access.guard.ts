import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { asClinicId, may } from '@trellis/domain';
import type { FastifyRequest } from 'fastify';
import { currentContext } from '../platform/context/request-context.js';
import { AppError, notFound } from '../platform/http/app-error.js';
import { requireSameSite } from '../platform/http/same-site.js';
import { namespaceOf, surfaceOf } from '../platform/http/surface.js';
import type { LiveSession } from '../platform/session/live-session.js';
import { SessionStore } from '../platform/session/session-store.js';
import { ACCESS_RULE, STEP_UP, type AccessRule, type InvitedLevel } from './declare-access.js';

/** Deny by default: reads the handler's declaration, finds the session, and fills in who acts. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionStore,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const rule = this.reflector.get<AccessRule | undefined>(ACCESS_RULE, execution.getHandler());
    if (rule === undefined) throw notFound();
    this.requireOwnDoor(request);
    requireSameSite(request);
    if (rule.kind === 'public') return true;
    const session = await this.sessions.find(surfaceOf(request.raw), request);
    if (session === null) throw new AppError('not_signed_in');
    if (session.locked) throw new AppError('pin_needed');
    this.requireRule(rule, session, execution);
    this.sessions.requireToken(session, request);
    currentContext().actor = {
      clinicId: asClinicId(session.clinicId),
      id: session.subjectId,
      role: session.role,
    };
    return true;
  }

  /**
   * Each listener refuses the other's namespace with the answer of a path that does not exist. The namespace is that of
   * the route: an address can be spelt in many ways, also whole or with escapes, and still reach it.
   */
  private requireOwnDoor(request: FastifyRequest): void {
    const namespace = namespaceOf(request.routeOptions.url ?? '');
    if (namespace !== null && namespace !== surfaceOf(request.raw)) throw notFound();
  }

  private requireRule(rule: AccessRule, session: LiveSession, execution: ExecutionContext): void {
    if (rule.kind === 'allow' || rule.kind === 'staff') {
      if (session.role === 'client') throw notFound();
      const wanted = rule.kind === 'staff' ? rule.level : 'full';
      if (session.level !== wanted)
        throw new AppError(wanted === 'full' ? 'second_factor_needed' : 'not_allowed');
      if (rule.kind === 'allow' && !may(session.role, rule.permission)) throw notFound();
    }
    if (rule.kind === 'invited') this.requireInvited(rule.level, session);
    if (
      this.reflector.get<boolean | undefined>(STEP_UP, execution.getHandler()) === true &&
      !session.steppedUp
    ) {
      throw new AppError('step_up_needed');
    }
  }

  private requireInvited(wanted: InvitedLevel, { role, level }: LiveSession): void {
    if (role !== 'client') throw new AppError('not_allowed');
    if (wanted === 'any' || level === wanted || (wanted === 'pin' && level === 'full')) return;
    // A device with a PIN proves that somebody holds it and watched it being opened; more needs more.
    throw new AppError(wanted === 'full' && level === 'pin' ? 'stronger_sign_in_needed' : 'not_allowed');
  }
}
