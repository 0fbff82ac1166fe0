import type { FastifyRequest } from 'fastify';
import { surfaceOf } from './surface.js';

const origins = { clinic: '', home: '' };

/** Set once at boot from the configuration; never derived from the Host header, which the sender writes. */
export function setPublicOrigins(portalUrl: string, homeworkUrl: string): void {
  origins.clinic = new URL(portalUrl).origin;
  origins.home = new URL(homeworkUrl).origin;
}

/** The origin under which the door of this request is known. */
export function publicOrigin(request: FastifyRequest): string {
  return origins[surfaceOf(request.raw)];
}
