import { Injectable } from '@nestjs/common';
import type { DisclosureSnapshot } from '@trellis/domain';
import { AftercareWatch, type Watched } from '../aftercare/aftercare-watch.service.js';
import type { DisclosureScope } from '../disclosure/disclosure-parts.service.js';
import { SlipWatch } from '../slips/slip-watch.service.js';

/** Everything around the process that time is watched for. */
@Injectable()
export class ClockWatches {
  constructor(
    private readonly aftercare: AftercareWatch,
    private readonly slips: SlipWatch,
  ) {}

  async look(scope: DisclosureScope, snapshot: DisclosureSnapshot | null, now: Date): Promise<Watched> {
    const after = await this.aftercare.look(scope, snapshot?.letters ?? null, now);
    const slips = await this.slips.look(scope, now);
    return {
      alerts: [...after.alerts, ...slips.alerts],
      moments: [...after.moments, ...slips.moments],
    };
  }
}
