import { Controller, Get } from '@nestjs/common';
import { Public } from '../../access/declare-access.js';
import { Readiness, type ReadinessView } from './readiness.js';

/** Liveness is the process alone; readiness asks what it needs to serve. */
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Public()
  @Get('livez')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Public()
  @Get('readyz')
  ready(): Promise<ReadinessView> {
    return this.readiness.check();
  }
}
