import { Injectable } from '@nestjs/common';
import { eventsOfNewMaterial, eventsOfSlip, isTerminal, touchSignal } from '@trellis/domain';
import { AftercareAlerts } from '../aftercare/aftercare-alerts.service.js';
import type { DisclosureScope } from '../disclosure/disclosure-parts.service.js';
import { DisclosureSteps } from '../disclosure/disclosure-steps.service.js';
import { Vault } from '../platform/sealing/vault.js';
import type { SealedPlace } from '../platform/sealing/envelope.js';
import { TouchPausing } from '../stage-gates/touch-pausing.service.js';
import { protocolHolds } from './slip.mapper.js';
import { SlipRepository, type NewSlip } from './slip.repository.js';

/** Puts a slip on record with everything that follows at once: the readiness falls, the own therapists hear of it. */
@Injectable()
export class SlipLog {
  constructor(
    private readonly slips: SlipRepository,
    private readonly steps: DisclosureSteps,
    private readonly alerts: AftercareAlerts,
    private readonly touch: TouchPausing,
    private readonly vault: Vault,
  ) {}

  /** Needs an open unit of work. What almost happened is kept and moves nothing. */
  async add(
    scope: DisclosureScope,
    slip: Omit<NewSlip, 'sealed'>,
    words: string | null,
    at: Date,
  ): Promise<void> {
    const place = detailsPlace(scope.clinicId, slip.id, slip.personId);
    const sealed = words === null ? null : await this.vault.seal('person', place, words);
    await this.slips.add(scope, { ...slip, sealed }, at);
    await this.invalidate(scope, slip);
    if (protocolHolds(slip))
      await this.touch.signal(
        { ...scope, personId: slip.personId, side: 'RP' },
        [touchSignal('slip_logged', 'RP')],
        at,
      );
    await this.slips.wind(scope, at);
    if (slip.loggedBy === slip.personId)
      await this.alerts.raise(scope, { side: 'RP', kind: 'slip_logged', about: slip.id }, at);
  }

  /** Where a readiness stands, it falls; the other side hears what it would hear of any change of plan. */
  private async invalidate(scope: DisclosureScope, slip: Pick<NewSlip, 'kind' | 'level'>): Promise<void> {
    if (slip.kind === 'slip' && !protocolHolds(slip)) return;
    const standing = await this.steps.standing(scope);
    if (standing === null || isTerminal(standing.state)) return;
    const events = slip.kind === 'slip' ? eventsOfSlip(standing.state) : eventsOfNewMaterial(standing.state);
    // Signatures fall wherever they rest, also in review or behind a pause (FTD-24).
    if (events.length === 0) await this.steps.forgetReadiness(scope);
    for (const event of events) await this.steps.bySystem(scope, { event, side: 'RP' });
  }
}

export function detailsPlace(clinicId: string, rowId: string, ownerId: string): SealedPlace {
  return { table: 'slip', column: 'details_sealed', rowId, clinicId, ownerId };
}
